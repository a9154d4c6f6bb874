import type { Mark } from "@/lib/passage/mark";
import type { PassageId } from "@/lib/passage/passage-id";

/** The two sides of a work. */
export const sides = ["source", "translation"] as const;
export type SideName = (typeof sides)[number];

/** A block of the text as it was, and the passage it belonged to. */
export type OldBlock = { readonly id: PassageId; readonly text: string; readonly kind?: string };

/** A block of the new text. A mark is the writer's word, and wins over every likeness. */
export type FreshBlock = { readonly text: string; readonly kind?: string; readonly mark: Mark };

/** One text before and after. A text that nobody revised stands here with the same blocks and marks twice. */
export type SideRevision = {
  readonly old: readonly OldBlock[];
  readonly fresh: readonly FreshBlock[];
  /** Whether its marks were written for this revision; those of an untouched text only say how it was. */
  readonly isRevised: boolean;
  /** What a block is that bears no mark and is like nothing before: a passage, or more of the passage above it. */
  readonly unmarked: "opens" | "continues";
};

/** A passage that was merged into another, and what it said on each side before. */
export type Lodger = { readonly id: PassageId; readonly said: Readonly<Partial<Record<SideName, string>>> };

/** A whole revision. */
export type Revision = Readonly<Record<SideName, SideRevision>> & {
  /** For passages from which others were split off: the living ones to which these have come. */
  readonly heirs?: ReadonlyMap<PassageId, readonly PassageId[]>;
  /** For living passages: the retired ones whose links lead to them, with their last words. */
  readonly lodgers?: ReadonlyMap<PassageId, readonly Lodger[]>;
  /** Gives an id that was never used. */
  readonly mint: () => PassageId;
  /** Old and new blocks that a person says are not the same. */
  readonly ruledOut?: Readonly<Record<SideName, ReadonlySet<string>>>;
};

/** How `ruledOut` names a pair. */
export function pairName(old: number, fresh: number): string {
  return `${old} ${fresh}`;
}

/** What is to stand at a new block: the passage it belongs to, and whether it is the first of its blocks. */
export type Placed = { readonly id: PassageId; readonly opens: boolean };

/** What became of a passage that is in neither text any more. */
export type Fate = {
  readonly as: "merged" | "split" | "removed";
  readonly into?: readonly PassageId[];
  /** The nearest living passage, the following one where there is one. */
  readonly near?: PassageId;
};

/**
 * One decision about one passage, for a person to check. Beside the ways of linking: `absorbed`, its words are found in
 * another; `removed`, from both texts; `alone`, from one; `new`; `continues`, a block added to the passage above it.
 */
export type Decision = {
  readonly id: PassageId;
  readonly kind:
    | "same"
    | "edited"
    | "moved"
    | "rewritten"
    | "split"
    | "merged"
    | "absorbed"
    | "removed"
    | "alone"
    | "new"
    | "continues";
  /** The text it was made for; null where it holds for the passage. */
  readonly side: SideName | null;
  /** 0 to 1. Below `certain` a person should look. */
  readonly confidence: number;
  /** Indices of the blocks it is about. */
  readonly old: readonly number[];
  readonly fresh: readonly number[];
  /** Ids it was merged into, or split off. */
  readonly into?: readonly PassageId[];
};

/** From here on a decision stands without a person's look. */
export const certain = 0.6;

/** The outcome of a revision. */
export type Carried = Readonly<Record<SideName, readonly Placed[]>> & {
  /** New passages; `from` is the one they were split from. */
  readonly minted: ReadonlyMap<PassageId, { readonly from?: PassageId }>;
  readonly retired: ReadonlyMap<PassageId, Fate>;
  /** Passages retired before whose words went to a part that was now split off: where their links lead from now on. */
  readonly redirected: ReadonlyMap<PassageId, PassageId>;
  readonly decisions: readonly Decision[];
};
