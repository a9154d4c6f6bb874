import type { Language } from "@/lib/work/metadata";
import type { CompilableText, CompiledWork } from "../compile-work";
import type { Dropped, FoundMetadata, ImportedText, PairFormat, TextFormat } from "../imported-text";
import type { markTranslation } from "../mark-translation";

/** How a file is read where a person knows better than its name and bytes. */
export type ReadAs = { readonly format?: TextFormat | PairFormat; readonly encoding?: string };

/** What the reading process is asked. Files are read one by one, in their order. */
export type Request =
  /** `single`: it is the only file, and may bring both texts. */
  | ({ readonly ask: "read"; readonly file: string; readonly single: boolean } & ReadAs)
  | {
      readonly ask: "compile";
      readonly languages: Readonly<Record<"source" | "translation", Language>>;
      readonly today: string;
    }
  /** The texts as they are, for revising; `images` is the folder of pictures that are there. */
  | { readonly ask: "texts"; readonly images: string }
  /** A text as the translation of one that is there and has its marks. */
  | {
      readonly ask: "mark";
      readonly text: CompilableText;
      readonly marked: CompilableText;
    }
  | { readonly ask: "picture"; readonly name: string };

/** What was read of a text, all but its words and pictures. */
export type TextRead = {
  readonly file: string;
  readonly format: ImportedText["format"];
  readonly encoding: string | null;
  readonly metadata: FoundMetadata;
  /** By its words, else as the file says; null where nothing tells. */
  readonly language: Language | null;
  readonly heading: string | null;
  readonly blocks: number;
  readonly characters: number;
  readonly dropped: readonly Dropped[];
  readonly notes: readonly string[];
  /** The day on which the file was last written. */
  readonly day: string;
};

export type Answers = {
  /** One text, or the source and the translation of a file that brings both. */
  readonly read: { readonly texts: readonly TextRead[] };
  readonly compile: CompiledWork & { readonly pictures: readonly string[] };
  readonly texts: {
    readonly texts: readonly { readonly markdown: string; readonly pictures: readonly string[] }[];
  };
  readonly mark: ReturnType<typeof markTranslation>;
  readonly picture: { readonly bytes: Uint8Array };
};

/** What the reading process says. */
export type Reply =
  | { readonly say: "ready" }
  | { readonly say: "progress"; readonly share: number }
  | { readonly say: "answer"; readonly answer: Answers[keyof Answers] }
  | {
      readonly say: "refused";
      readonly file: string;
      readonly line: number | null;
      readonly what: string;
      readonly fix: string;
    }
  | { readonly say: "failed"; readonly message: string };
