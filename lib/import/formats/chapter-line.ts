const numbers = "[〇零一二三四五六七八九十百千两兩0-9０-９]{1,8}";
const chinese = new RegExp(`^第\\s?${numbers}\\s?([章回節节卷部篇幕集話话折])(?:[\\s:：、.．·—-].{0,50})?$`, "u");
const english =
  /^(chapter|part|book|section|volume|act|scene|canto)\s(?:\d{1,3}|[ivxlcdm]{1,8}|(?:the\s)?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|first|second|third|fourth|fifth|last))(?:\.?$|\.?\s?[:.—–-].{1,80}$|\s[A-Z“"].{0,80}$)/i;
const named =
  /^(?:序|序章|序言|自序|代序|楔子|引子|引言|前言|尾声|尾聲|后记|後記|跋|附录|附錄|番外|prologue|epilogue|preface|foreword|introduction|afterword|appendix)$/i;

/**
 * Says whether a line of plain text is the heading of a chapter: a numbered one, or a name that nothing else has. That
 * a line is short and stands alone is not enough; dialogue does that too.
 *
 * @returns its level in the file, 2 for volumes, 3 for chapters, 4 for what is in them; `null` for no heading
 */
export function chapterLevel(line: string): 2 | 3 | 4 | null {
  const words = line.trim();
  if (words.length > 100 || /[。！？；，,;!?…]$/.test(words)) return null;
  const unit = chinese.exec(words)?.[1] ?? english.exec(words)?.[1]?.toLowerCase();
  if (unit === undefined) return named.test(words) ? 3 : null;
  // "Chapter 1 was long." is a sentence; "Chapter I." is not.
  if (words.endsWith(".") && /\s\S+\s/.test(words)) return null;
  if (/^(?:[卷部篇集]|part|book|volume|act)$/.test(unit)) return 2;
  return /^(?:[节節]|section|scene)$/.test(unit) ? 4 : 3;
}
