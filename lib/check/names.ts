import { englishWords, plainChinese } from "./terms";

/** Characters that Chinese writes foreign names with. */
const transcribing = new Set(
  (
    "阿埃艾爱安昂奥巴白拜班邦保鲍贝本比彼毕别宾波伯博勃布查察茨慈达大戴丹当道德登邓迪蒂丁东杜敦顿多厄恩尔发法凡范菲费芬丰冯佛夫弗福富" +
    "盖甘冈高戈哥格葛根贡古瓜圭哈海汉翰豪赫黑亨洪胡霍华怀惠基吉加贾简姜杰金津卡凯坎康考柯科可克肯孔库夸奎昆拉腊莱赖兰朗劳勒雷里理利莉莲列林琳灵刘龙隆卢" +
    "鲁路露伦罗萝洛吕马玛迈麦曼茂梅门蒙孟米密敏明摩莫墨默姆木穆拿纳娜奈南内嫩尼妮涅宁牛纽农努诺欧帕派潘庞培佩彭皮匹平泼珀普齐奇契恰钱强乔切琴丘屈热仁日荣" +
    "茹儒瑞若萨塞赛三桑瑟森沙莎山珊尚绍舍申圣施诗石史士舒朔斯丝思松苏素孙索塔泰坦汤唐特腾滕提田铁廷通图土托娃瓦歪万旺威韦为维魏温文翁沃乌伍武西希锡席霞夏香" +
    "肖歇谢辛欣兴匈休修许逊雅亚延扬杨耶叶伊依易意因英永尤于约宰赞藻泽曾扎詹珍芝治朱卓兹子佐" +
    "弥诃阇娅妲纶"
  ).split(""),
);

/** Whether every character is one that foreign names are written with. */
export function isTranscribed(word: string): boolean {
  return [...word].every((character) => character === "·" || transcribing.has(character));
}

/** One passage's texts, as names are looked for in them. */
export type Row = { readonly chinese: string; readonly english: string };

/** Names of the English side and the rows they stand in. Words that are written small somewhere are no names. */
export function namesByRow(rows: readonly Row[]): Map<string, number[]> {
  const names = new Map<string, number[]>();
  const small = new Set<string>();
  rows.forEach(({ english }, row) => {
    for (const word of englishWords(english)) {
      if (/^\p{Ll}/u.test(word)) small.add(word);
      else if (/^\p{Lu}/u.test(word) && word.length >= 3) {
        const places = names.get(word) ?? [];
        if (places.at(-1) !== row) places.push(row);
        names.set(word, places);
      }
    }
  });
  for (const name of names.keys()) if (small.has(name.toLowerCase())) names.delete(name);
  return names;
}

/** Stretches of Han characters, of `least` to `most`, that a text has. */
export function gramsOf(chinese: string, least: number, most: number): Set<string> {
  const grams = new Set<string>();
  for (const [run] of plainChinese(chinese).matchAll(/\p{Script=Han}(?:[\p{Script=Han}·]*\p{Script=Han})?/gu))
    for (let start = 0; start < run.length; start++)
      for (let length = least; length <= most && start + length <= run.length; length++) {
        const gram = run.slice(start, start + length);
        if (!gram.startsWith("·") && !gram.endsWith("·")) grams.add(gram);
      }
  return grams;
}
