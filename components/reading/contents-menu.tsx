import { useTranslations } from "next-intl";
import { Menu } from "@/components/ui/menu";
import { Phrases } from "@/components/ui/phrases";
import type { Work } from "@/lib/work/work";
import { setForDisplay } from "./prepare";

/** The headings of the text in both languages. Script marks the one being read. */
export function ContentsMenu({ work }: { work: Work }) {
  const t = useTranslations("ContentsMenu");
  const { source, translation } = work.metadata;
  const set = setForDisplay(work, "source");
  return (
    <Menu
      id="contents"
      className="contents"
      label={t("open")}
      close={t("close")}
      face={<span className="bar-word">{t("open")}</span>}
    >
      <nav aria-label={t("title")}>
        <ol>
          <li>
            <a href="#text">{t("top")}</a>
          </li>
          {work.contents.map((entry) => (
            <li key={entry.id} data-depth={entry.depth}>
              <a href={`#${entry.id}`} data-heading={entry.id}>
                {entry.source && (
                  <span lang={source.language} translate="no">
                    <Phrases text={set(entry.source)} language={source.language} />
                  </span>
                )}
                {entry.translation && <span lang={translation.language}>{entry.translation}</span>}
              </a>
            </li>
          ))}
        </ol>
      </nav>
    </Menu>
  );
}
