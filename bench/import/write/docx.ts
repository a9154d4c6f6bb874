import {
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  type INumberingOptions,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from "docx";
import type { Block, Inline } from "@/lib/passage/block";
import { plainText } from "@/lib/passage/plain-text";
import type { Text } from "../documents";
import { drawPicture } from "./picture";

const levels = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 } as const;

/** A document of Word, with a title, a running head and page numbers. */
export async function docx({ title, author, blocks, footnotes }: Text): Promise<Uint8Array> {
  const lists = blocks.filter(({ block }) => block.type === "list");
  const numbering: INumberingOptions = {
    config: lists.map(({ block }, at) => ({
      reference: `list${at}`,
      levels: [
        {
          level: 0,
          format: block.type === "list" && block.ordered ? "decimal" : "bullet",
          text: block.type === "list" && block.ordered ? "%1." : "•",
          alignment: "left",
        },
      ],
    })),
  };
  const notes = [...footnotes.values()].map(({ label, blocks: within }) => [
    label,
    {
      children: within.map(
        (block) =>
          new Paragraph({
            children: runsOf(block.type === "paragraph" ? block.children : [{ type: "text", value: plainText(block) }]),
          }),
      ),
    },
  ]);
  const children = blocks.flatMap(({ block }) =>
    paragraphsOf(block, `list${lists.findIndex((list) => list.block === block)}`),
  );
  const document = new Document({
    title,
    creator: author,
    numbering,
    styles: {
      paragraphStyles: [
        { id: "Quote", name: "Quote", basedOn: "Normal", run: { italics: true } },
        { id: "Caption", name: "caption", basedOn: "Normal" },
        { id: "SourceCode", name: "Source Code", basedOn: "Normal", run: { font: "Consolas" } },
      ],
      characterStyles: [{ id: "VerbatimChar", name: "Verbatim Char", run: { font: "Consolas" } }],
    },
    footnotes: Object.fromEntries(notes),
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph(title)] }) },
        footers: {
          default: new Footer({
            children: [new Paragraph({ children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
          }),
        },
        children: [new Paragraph({ text: title, heading: HeadingLevel.TITLE }), ...children],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function paragraphsOf(block: Block, list: string): Paragraph[] {
  switch (block.type) {
    case "heading":
      return [new Paragraph({ heading: levels[block.depth], children: runsOf(block.children) })];
    case "paragraph":
      return [new Paragraph({ children: runsOf(block.children) })];
    case "verse":
      return [
        new Paragraph({
          children: block.lines.flatMap((line, at) => [
            ...(at > 0 ? [new TextRun({ break: 1 })] : []),
            ...runsOf(line),
          ]),
        }),
      ];
    case "quote":
      return block.blocks.map(
        (inner) =>
          new Paragraph({
            style: "Quote",
            children: inner.type === "paragraph" ? runsOf(inner.children) : [new TextRun(plainText(inner))],
          }),
      );
    case "list":
      return block.items.flatMap((item) =>
        item.map(
          (inner) =>
            new Paragraph({
              numbering: { reference: list, level: 0 },
              children: inner.type === "paragraph" ? runsOf(inner.children) : [new TextRun(plainText(inner))],
            }),
        ),
      );
    case "figure": {
      const picture = new ImageRun({
        type: "png",
        data: drawPicture(block.src ?? ""),
        transformation: { width: 96, height: 64 },
        altText: { name: block.alt, title: block.alt, description: block.alt },
      });
      return [
        new Paragraph({ children: [picture] }),
        new Paragraph({ style: "Caption", children: runsOf(block.caption) }),
      ];
    }
    case "verbatim":
      return block.value
        .split("\n")
        .map((line) => new Paragraph({ style: "SourceCode", children: [new TextRun(line)] }));
    case "rule":
      return [new Paragraph("* * *")];
  }
}

type Style = { readonly bold?: boolean; readonly italics?: boolean; readonly style?: string };

function runsOf(inlines: readonly Inline[], style: Style = {}): ParagraphChild[] {
  return inlines.flatMap((inline): ParagraphChild[] => {
    switch (inline.type) {
      case "text":
        return [new TextRun({ text: inline.value, ...style })];
      case "code":
        return [new TextRun({ text: inline.value, ...style, style: "VerbatimChar" })];
      case "emphasis":
        return runsOf(inline.children, { ...style, italics: true });
      case "strong":
        return runsOf(inline.children, { ...style, bold: true });
      case "link":
        return [
          new ExternalHyperlink({
            link: inline.url,
            children: runsOf(inline.children, { ...style, style: "Hyperlink" }),
          }),
        ];
      case "ruby":
        return [new TextRun({ text: inline.base, ...style })];
      case "break":
        return [new TextRun({ break: 1 })];
      case "footnote":
        return [new FootnoteReferenceRun(Number(inline.label))];
    }
  });
}
