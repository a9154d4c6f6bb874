import { useTranslations } from "next-intl";
import type { Block } from "@/lib/passage/block";
import { Inlines, type NoteNumbers } from "./inlines";

type BlocksProps = { blocks: readonly Block[]; notes: NoteNumbers };

/** The blocks of one side of a passage. */
export function Blocks({ blocks, notes }: BlocksProps) {
  return blocks.map((block, index) => <OneBlock key={index} block={block} notes={notes} />);
}

function OneBlock({ block, notes }: { block: Block; notes: NoteNumbers }) {
  switch (block.type) {
    case "paragraph":
      return (
        <p>
          <Inlines inlines={block.children} notes={notes} />
        </p>
      );
    case "heading": {
      const Heading = `h${block.depth}` as const;
      return (
        <Heading>
          <Inlines inlines={block.children} notes={notes} />
        </Heading>
      );
    }
    case "verse":
      return (
        <p className="verse">
          {block.lines.map((line, index) => (
            <span key={index} className="verse-line">
              <Inlines inlines={line} notes={notes} />
            </span>
          ))}
        </p>
      );
    case "figure":
      return <FigureBlock figure={block} notes={notes} />;
    case "quote":
      return (
        <blockquote>
          <Blocks blocks={block.blocks} notes={notes} />
        </blockquote>
      );
    case "list":
      return block.ordered ? (
        <ol start={block.start === 1 ? undefined : block.start}>
          <Items items={block.items} notes={notes} />
        </ol>
      ) : (
        <ul>
          <Items items={block.items} notes={notes} />
        </ul>
      );
    case "verbatim":
      return (
        <pre translate="no">
          <code>{block.value}</code>
        </pre>
      );
    case "rule":
      return <hr />;
  }
}

function Items({ items, notes }: { items: readonly (readonly Block[])[]; notes: NoteNumbers }) {
  return items.map((blocks, index) => {
    const [only] = blocks;
    const isTight = blocks.length === 1 && only?.type === "paragraph";
    return (
      <li key={index}>
        {isTight ? <Inlines inlines={only.children} notes={notes} /> : <Blocks blocks={blocks} notes={notes} />}
      </li>
    );
  });
}

/** A picture with its caption; or, where the picture is not ours to show, the caption alone, set quietly. */
function FigureBlock({ figure, notes }: { figure: Extract<Block, { type: "figure" }>; notes: NoteNumbers }) {
  const t = useTranslations("PassageRow");
  const caption = <Inlines inlines={figure.caption} notes={notes} />;
  if (figure.src === null) {
    return (
      <p className="caption-alone" title={t("noPicture")}>
        {caption}
      </p>
    );
  }
  return (
    <figure>
      {/* Pictures of a work are served as they are; Next's optimiser would make requests of its own. */}
      {/* eslint-disable-next-line @next/next/no-img-element */}
      <img src={figure.src} alt={figure.alt} loading="lazy" />
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
