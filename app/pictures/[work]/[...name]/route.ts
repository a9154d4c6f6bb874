import { readPicture } from "@/lib/work/read-picture";

/** A picture of a work, from its own folder. */
export async function GET(_request: Request, { params }: RouteContext<"/pictures/[work]/[...name]">) {
  const { work, name } = await params;
  const picture = await readPicture(work, name.join("/"));
  if (!picture) return new Response("There is no such picture.\n", { status: 404 });
  return new Response(new Uint8Array(picture.bytes), {
    headers: { "Content-Type": picture.type, "Cache-Control": "public, max-age=3600" },
  });
}
