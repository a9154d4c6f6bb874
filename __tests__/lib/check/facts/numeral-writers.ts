const digits = "零一二三四五六七八九";

/** Writes 0…9,999 as within a longer Chinese number, without leading zero. */
function section(number: number): string {
  let written = "";
  let zero = false;
  for (const [unit, name] of [
    [1000, "千"],
    [100, "百"],
    [10, "十"],
    [1, ""],
  ] as const) {
    const digit = Math.floor(number / unit) % 10;
    if (digit === 0) {
      zero = written !== "" && number % unit !== 0;
      continue;
    }
    written += (zero ? "零" : "") + digits[digit] + name;
    zero = false;
  }
  return written;
}

/** Writes a whole number below 10¹² in Chinese: 100,500 is 十万零五百. */
export function inChinese(number: number): string {
  if (number === 0) return "零";
  let written = "";
  let rest = number;
  for (const [unit, name] of [
    [1e8, "亿"],
    [1e4, "万"],
    [1, ""],
  ] as const) {
    const part = Math.floor(rest / unit);
    rest %= unit;
    if (part === 0) continue;
    const gap = written !== "" && part < 1000 ? "零" : "";
    written += gap + section(part) + name;
  }
  return written.replace(/^一十/, "十");
}

const small =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

function underThousand(number: number): string {
  const hundreds = Math.floor(number / 100);
  const rest = number % 100;
  const low =
    rest < 20 ? small[rest] : `${tens[Math.floor(rest / 10) - 2]}${rest % 10 === 0 ? "" : `-${small[rest % 10]}`}`;
  if (hundreds === 0) return low ?? "";
  return `${small[hundreds]} hundred${rest === 0 ? "" : ` and ${low}`}`;
}

/** Writes a whole number below 10¹⁵ in English words: “one hundred thousand five hundred”. */
export function inEnglish(number: number): string {
  if (number < 1000) return underThousand(number);
  const parts: string[] = [];
  let rest = number;
  for (const [unit, name] of [
    [1e12, " trillion"],
    [1e9, " billion"],
    [1e6, " million"],
    [1e3, " thousand"],
    [1, ""],
  ] as const) {
    const part = Math.floor(rest / unit);
    rest %= unit;
    if (part > 0) parts.push(underThousand(part) + name);
  }
  return parts.join(" ");
}
