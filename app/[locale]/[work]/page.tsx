import type { Metadata } from "next";
import { routing, type Locale } from "@/i18n/routing";
import type { Asked } from "@/lib/address/visit";
import { openLibrary } from "@/lib/work/library";
import { describeVisit, drawVisit } from "./visit";

type Props = PageProps<"/[locale]/[work]">;

export async function generateStaticParams() {
  const { works } = await openLibrary();
  return routing.locales.flatMap((locale) => works.map((work) => ({ locale, work: work.slug })));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return describeVisit(...(await read(params)));
}

export default async function Page({ params }: Props) {
  return drawVisit(...(await read(params)));
}

async function read(params: Props["params"]): Promise<[Locale, Asked]> {
  const { locale, work } = (await params) as { locale: Locale; work: string };
  return [locale, { slug: work, segment: null, from: null, at: null }];
}
