import type { Metadata } from "next";
import type { Locale } from "@/i18n/routing";
import { decodeSegment } from "@/lib/address/decode-segment";
import type { Asked } from "@/lib/address/visit";
import { describeVisit, drawVisit } from "../../../visit";

type Props = PageProps<"/[locale]/[work]/[passage]/at/[version]">;

/** Seconds. What is no version today may be one tomorrow: a day is known once it is over. */
export const revalidate = 60;

/** What next.config.mjs draws for `?at=`: the text as it was at a version. Drawn on the first visit. */
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
  const { locale, work, passage, version } = await params;
  const segment = decodeSegment(passage);
  return [
    locale as Locale,
    { slug: work, segment: segment === "_" ? null : segment, from: null, at: decodeSegment(version) },
  ];
}
