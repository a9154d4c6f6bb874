import type { Metadata } from "next";
import type { Locale } from "@/i18n/routing";
import { decodeSegment } from "@/lib/address/decode-segment";
import type { Asked } from "@/lib/address/visit";
import { describeVisit, drawVisit } from "../visit";

type Props = PageProps<"/[locale]/[work]/[passage]">;

/** Drawn on the first visit and then kept: passages must not become prerendered pages of their own. */
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
  const { locale, work, passage } = (await params) as { locale: Locale; work: string; passage: string };
  return [locale, { slug: work, segment: decodeSegment(passage), from: null, at: null }];
}
