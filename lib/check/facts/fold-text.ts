/** Traditional forms of what numerals and dates are written with, one UTF-16 unit for one. */
const simplified: ReadonlyMap<string, string> = new Map(
  (
    "兩两萬万億亿個个點点週周禮礼餘余來来幾几數数時时鐘钟圓元塊块倍倍紀纪號号歲岁後后畝亩頓顿噸吨鎊镑" +
    "間间層层條条張张隻只過过約约將将達达從从廿廿卅卅○〇贰二貳二叁三參三兆兆"
  )
    .match(/../gu)
    ?.map((pair): [string, string] => [pair[0] ?? "", pair[1] ?? ""]),
);
/** The numerals of cheques, which mean other things outside them (陆 land, 拾 pick up). */
const cheque: ReadonlyMap<string, string> = new Map(
  [..."壹一贰二貳二叁三參三肆四伍五陆六陸六柒七捌八玖九拾十佰百仟千".matchAll(/(.)(.)/gu)].map(
    ([, formal = "", plain = ""]): [string, string] => [formal, plain],
  ),
);

/** Addresses of pages and mail, note calls, and passage marks: what they contain is no statement. */
const addresses =
  /\[\^[^\]\s]{1,40}\]|(?:https?|ftp):\/\/[\w\-./?%&=#:~+@,;!$*()]+|\bwww\.[\w\-./?%&=#]+|\]\([^)\s]{1,500}\)|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+|\^[a-z0-9]{5}$/gm;

const blank = (text: string) => " ".repeat(text.length);

/**
 * Prepares an English text for reading: addresses become spaces, odd spaces and hyphens plain ones.
 * @returns a text of the same length, so that offsets keep their meaning
 */
export function foldEnglish(text: string): string {
  return text
    .replace(addresses, blank)
    .replace(/[\u00a0\u2009\u202f]/g, " ")
    .replace(/[\u2010\u2011]/g, "-")
    .replace(/’/g, "'");
}

/**
 * Prepares a Chinese text for reading: as for English, and full-width digits and letters become ASCII, notes of the
 * translator or editor spaces, traditional
 * characters that numerals are written with simplified ones.
 * @returns a text of the same length, so that offsets keep their meaning
 */
export function foldChinese(text: string): string {
  return foldEnglish(text)
    .replace(/[（(](?:译者?注|编者?注|校注|译按|编按)[^（()）]{0,500}[)）]/g, blank)
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a％．：－／～＋＄]/g, (character) =>
      String.fromCharCode(character.charCodeAt(0) - 0xfee0),
    )
    .replace(/￥/g, "¥")
    .replace(/￡/g, "£")
    .replace(/[壹贰貳叁參肆伍陆陸柒捌玖拾佰仟]{2,}/g, (run) =>
      /[拾佰仟]/.test(run) && run !== "收拾" ? run.replace(/./gu, (formal) => cheque.get(formal) ?? formal) : run,
    )
    .replace(
      /[兩萬億個點週禮餘來幾數時鐘圓塊紀號歲後畝噸鎊間層條張隻過約將達從○]/g,
      (one) => simplified.get(one) ?? one,
    );
}
