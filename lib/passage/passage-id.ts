declare const brand: unique symbol;

/** A permanent passage id: `[a-z][a-z0-9]{4}` less the look-alikes `0 o 1 l i`. Opaque, minted once, never reused. */
export type PassageId = string & { readonly [brand]: "PassageId" };

export const idLetters = "abcdefghjkmnpqrstuvwxyz";
export const idDigits = "23456789";

const form = new RegExp(`^[${idLetters}][${idLetters}${idDigits}]{4}$`);

/** Checks the form alone; whether the id was ever minted is for the ledger to say. */
export function isPassageId(text: string): text is PassageId {
  return form.test(text);
}
