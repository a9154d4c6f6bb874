import type { Fingerprint } from "@/lib/text/fingerprint";
import { fingerprint } from "@/lib/text/fingerprint";
import type { Passage } from "@/lib/work/work";

declare const brand: unique symbol;

/**
 * What a link may carry of the words it leads to: the first 8 bytes of their fingerprint in base64url, 11 characters.
 * With it the passage is found again even where the ledger was lost.
 */
export type PassageCheck = string & { readonly [brand]: "PassageCheck" };

/** Bytes of a fingerprint that a check holds. */
const checkBytes = 8;

/** Checks the form, and that it is written in the one way that `checkOf` writes it: 64 bits end in 2 that must be 0. */
export function isPassageCheck(text: string): text is PassageCheck {
  return /^[\w-]{11}$/.test(text) && Buffer.from(text, "base64url").toString("base64url") === text;
}

/** The check of a passage: of its source side, or of its translation where there is no source. */
export function checkOf({ source, translation }: Pick<Passage, "source" | "translation">): PassageCheck {
  return checkOfFingerprint(fingerprint((source ?? translation)?.text ?? ""));
}

/** The check that a fingerprint of the ledger stands for. */
export function checkOfFingerprint(print: Fingerprint): PassageCheck {
  return Buffer.from(print.slice(0, checkBytes * 2), "hex").toString("base64url") as PassageCheck;
}

/** The beginning of the fingerprint that a check was made of: 16 hex digits. */
export function fingerprintOfCheck(check: PassageCheck): string {
  return Buffer.from(check, "base64url").toString("hex");
}
