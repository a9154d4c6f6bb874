import { type FactDifference } from "@/lib/check/facts/fact";

type Name = Omit<FactDifference, "side" | "likely">;

const latin = /[A-Za-zÀ-ɏ0-9][A-Za-zÀ-ɏ0-9]*(?:[-'.&_+/][A-Za-zÀ-ɏ0-9]+)*/g;

/** Latin words that Chinese uses where English may say something else, and that something. */
const otherwise: ReadonlyMap<string, RegExp> = new Map([
  ["ok", /\bokay|\bkaraoke|all right/i],
  ["app", /\bapplication|\bprogram/i],
  ["pk", /./],
  ["vs", /./],
  ["cp", /./],
  ["ppt", /slide|powerpoint|presentation|deck/i],
  ["pc", /comput|desktop/i],
  ["tv", /televis/i],
  ["ktv", /karaoke/i],
  ["ceo", /chief exec|\bboss|\bhead\b/i],
  ["cfo", /chief financ|financ/i],
  ["cto", /chief tech/i],
  ["coo", /chief operat/i],
  ["logo", /emblem|brand/i],
  ["bug", /error|fault|flaw|glitch/i],
  ["wi-fi", /wireless/i],
  ["wifi", /wi-fi|wireless/i],
  ["vip", /important|guest/i],
  ["dj", /disc jockey/i],
  ["uk", /brit|united kingdom/i],
  ["us", /americ|united states/i],
  ["usa", /americ|united states/i],
  ["eu", /europ/i],
  ["un", /united nations/i],
  ["it", /information tech|\btech/i],
  ["hr", /human resourc/i],
  ["ai", /artificial/i],
  ["id", /identi/i],
  ["dna", /genetic/i],
  ["covid-19", /covid|coronavirus|pandemic/i],
  ["covid", /coronavirus|pandemic/i],
]);
/** The same for names with digits in the English: what Chinese may say. */
const inChinese: ReadonlyMap<string, RegExp> = new Map([
  ["covid19", /新冠|疫情|病毒|肺炎/],
  ["3d", /三维|立体/],
  ["2d", /二维|平面/],
  ["g7", /七国/],
  ["g8", /八国/],
  ["g20", /二十国/],
  ["g77", /七十七国/],
  ["q1", /季/],
  ["q2", /季/],
  ["q3", /季/],
  ["q4", /季/],
  ["h1", /上半/],
  ["h2", /下半/],
  ["ww1", /一战|大战/],
  ["ww2", /二战|大战/],
  ["h1n1", /流感/],
  ["h5n1", /流感/],
  ["co2", /二氧化碳/],
  ["b2b", /企业/],
  ["b2c", /企业|消费/],
  ["i18n", /国际化/],
  ["l10n", /本地化/],
  ["k12", /基础教育|中小学/],
]);
/** Words too small or too usual to be missed one by one: they stand in titles that are quoted. */
const small =
  /^(?:a|an|and|at|by|de|for|from|in|la|le|no|of|on|or|per|the|to|vs|with|x|s|t|am|pm|km|cm|mm|nm|kg|mg|g|m|l|ml|kb|mb|gb|tb|k|w|v|hz|mhz|ghz|kwh|kw|mw|gw|usd|rmb|cny|eur|gbp|hkd|jpy|i|ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii|xiv|xv|xx|etc|eg|ie|st|nd|rd|th)$/;

const squash = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9]/g, "")
    .toLowerCase();
const singular = (word: string) => word.replace(/(?:'s|s')$/, "").replace(/(?<=[a-z]{2})s$/, "");

/** How often a name may be looked for inside longer words; beyond it names count as found, to stay linear. */
const deepSearches = 200;

/** All words of a text, squashed, with neighbours joined (`Chat GPT`, `GPT 4`), and initials of up to six words. */
function vocabulary(text: string): { words: Set<string>; run: string; initials: string } {
  const words = new Set<string>();
  const list: string[] = [];
  for (const [word] of text.matchAll(latin)) {
    const whole = squash(word);
    words.add(whole).add(singular(whole));
    for (const part of word.split(/[-'.&_+/]/)) {
      const short = squash(part);
      words.add(short).add(singular(short));
      list.push(short);
    }
    words.add(squash(word.replace(/'s$/i, "")));
  }
  for (let at = 0; at < list.length; at++) {
    const two = (list[at] ?? "") + (list[at + 1] ?? "");
    words
      .add(two)
      .add(singular(two))
      .add(two + (list[at + 2] ?? ""));
  }
  return { words, run: list.join(""), initials: list.map((word) => word[0] ?? "").join("") };
}

/** The Latin names of a Chinese text that its English translation lacks. */
export function namesOnlyInChinese(chinese: string, english: string): Name[] {
  const { words, run, initials } = vocabulary(english);
  const missing: Name[] = [];
  // An acronym is often written out or paraphrased; it is missed only where another one may stand for it.
  const ours = new Set(chinese.match(/[A-Z]{2,}/g) ?? []);
  const isReplaced = (english.match(/\b[A-Z]{2,5}\b/g) ?? []).some((acronym) => !ours.has(acronym));
  const heads = new Set([...words].map((word) => word.slice(0, 3)));
  const resembles = (name: string) => heads.has(squash(name).slice(0, 3));
  let searches = 0;
  const contained = (name: string) => searches++ >= deepSearches || run.includes(name);
  const known = new Map<string, boolean>();
  const has = (part: string): boolean => {
    const found = known.get(part) ?? lookUp(part);
    known.set(part, found);
    return found;
  };
  const lookUp = (part: string): boolean => {
    const name = squash(part);
    if (name.length < 2 || small.test(name) || !/[a-z]/.test(name)) return true;
    if (words.has(name) || words.has(singular(name))) return true;
    if (/^\d+[a-z]{1,2}$/.test(name) && !/^[2-6]g$/.test(name) && small.test(name.replace(/^\d+/, ""))) return true;
    if (name.length >= 3 && !/\d$/.test(name) && contained(name)) return true;
    if (/^[A-Z]{2,6}$/.test(part) && (searches++ >= deepSearches || initials.includes(name))) return true;
    return otherwise.get(part.toLowerCase())?.test(english) ?? false;
  };
  for (const found of chinese.matchAll(latin)) {
    const written = found[0];
    const after = chinese[found.index + written.length] ?? "";
    // X光, T恤, A股: a letter and a Chinese word make one.
    if (!/[A-Za-zÀ-ɏ]/.test(written) || (written.length === 1 && /\p{Script=Han}/u.test(after))) continue;
    // A word in small letters is as often a common noun (man 手册, shell) as a name.
    if (written === written.toLowerCase() && !/\d/.test(written)) continue;
    if (has(written)) continue;
    if (!/\d/.test(written) && written.split(/[-'.&_+/]/).every(has)) continue;
    if (/^[A-Z]{2,5}$/.test(written) && !isReplaced) continue;
    // “Debian Policy” may be called “the policy” further on; a name misspelt is another matter.
    const second = /^ ([A-Z][A-Za-z]+)/.exec(
      chinese.slice(found.index + written.length, found.index + written.length + 40),
    )?.[1];
    if (
      second &&
      has(second) &&
      !/[A-Za-z] $/.test(chinese.slice(Math.max(0, found.index - 2), found.index)) &&
      !resembles(written)
    )
      continue;
    const last = missing.at(-1);
    const end = found.index + written.length;
    // The words of one title are one name.
    if (last && /^ $/.test(chinese.slice(last.end, found.index))) {
      missing[missing.length - 1] = { ...last, written: chinese.slice(last.start, end), end };
    } else missing.push({ kind: "name", written, start: found.index, end });
  }
  return missing;
}

/**
 * The names with digits in an English text (GPT-4, A100, o3) that its Chinese side lacks. Names without digits are
 * translated, so their absence says nothing.
 */
export function namesOnlyInEnglish(chinese: string, english: string): Name[] {
  const { words } = vocabulary(chinese);
  const translated = new Map([...inChinese].map(([name, form]) => [name, form.test(chinese)]));
  const numbers = new Set(chinese.match(/(?<![A-Za-z\d.]|[A-Za-z]-)\d+(?:\.\d+)?/g) ?? []);
  const missing: Name[] = [];
  for (const found of english.matchAll(latin)) {
    const written = found[0].replace(/'s$/i, "");
    const isModel = /^[A-Za-z]+-?\d+(?:\.\d+)*[A-Za-z]{0,4}$/.test(written) || /^\d+[A-Z]{1,2}$/.test(written);
    if (
      !isModel ||
      /^(?:US|USD|RMB|HK|NT|CNY|EUR|GBP|p|pp|mid|no|early|late|pre|post|top|vol|sec|fig|ca|c|th)-?\d/i.test(written)
    )
      continue;
    if (
      /^\s(?:million|billion|trillion)/.test(
        english.slice(found.index + written.length, found.index + written.length + 9),
      )
    )
      continue;
    if (/^\d+[KMBTCFGW]$/.test(written) && !/^[2-6][GK]$/.test(written)) continue;
    const name = squash(written);
    if (words.has(name) || words.has(singular(name)) || translated.get(name)) continue;
    if (
      (written.match(/\d+(?:\.\d+)?/g) ?? []).every((digits) => numbers.has(digits)) &&
      !/[A-Z]/.test(written.slice(-1))
    )
      continue;
    missing.push({ kind: "name", written, start: found.index, end: found.index + written.length });
  }
  return missing;
}
