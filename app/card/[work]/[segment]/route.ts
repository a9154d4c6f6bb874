import { answerCard } from "@/components/card/answer-card";

/** `/card/<work>/<id>.png`, `/card/<work>/<id>..<id>.png`: the preview of a passage or a range. */
export async function GET(request: Request, { params }: RouteContext<"/card/[work]/[segment]">) {
  const { work, segment } = await params;
  return answerCard(request, work, segment);
}
