import type { Metadata } from "next";
import type { Locale } from "@/i18n/routing";
import { decodeSegment } from "@/lib/address/decode-segment";
import type { Asked } from "@/lib/address/visit";
import { describeVisit, drawVisit } from "../../../visit";

type Props = PageProps<"/[locale]/[work]/[passage]/from/[...from]">;

/** What next.config.mjs draws for `?from=`: the page says what became of the old address. Drawn on the first visit. */
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return describeVisit(...(await read(params)));
}

export default async function Page({ params }: Props) {
  return drawVisit(...(await read(params)));
}

async function read(params: Props["params"]): Promise<[Locale, Asked]> {
  const { locale, work, passage, from } = await params;
  const segment = decodeSegment(passage);
  const old = from.map(decodeSegment).join("/");
  return [locale as Locale, { slug: work, segment: segment === "_" ? null : segment, from: old, at: null }];
}
