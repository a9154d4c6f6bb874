import { answerCard } from "@/components/card/answer-card";

/** `/card/<work>.png`: the preview of a work, its titles as a pair. */
export async function GET(request: Request, { params }: RouteContext<"/card/[work]">) {
  return answerCard(request, null, (await params).work);
}
