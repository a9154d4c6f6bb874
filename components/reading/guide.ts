import { findWork } from "@/lib/work/library";

/** Slug of the reader's guide, a work like any other: a site may leave it out. */
const guide = "guide";

/** True when this site has a reader's guide to link to. */
export async function hasGuide(): Promise<boolean> {
  const found = await findWork(guide);
  return found !== null && "work" in found;
}
