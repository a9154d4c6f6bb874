/** `linebreak` brings no types. It reports each place where a line may end, in order, the end of the text included. */
declare module "linebreak" {
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}
