/** Whether a language is written with Han characters, so that it is set, cut and measured by character. @param language - BCP 47 */
export function isHan(language: string): boolean {
  return /^(zh|lzh|ja)(-|$)/.test(language);
}
