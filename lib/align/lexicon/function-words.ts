import { englishStems } from "./english-words";

/**
 * Chinese words that a dictionary explains rather than translates, with what English has in their place. Written for
 * this program: a grammarian's list, not one counted in texts.
 */
const written = `我 i|俺 i|咱 we i|咱们 we|我们 we|你 you|您 you|你们 you|他 he|她 she|它 it|他们 they|她们 they|它们 they|自己 self own himself
这 this the|那 that the|这个 this|那个 that|这些 these this|那些 those that|这里 here|那里 there|这儿 here|那儿 there|此 this|其 his its their
不 not no|没 not no|没有 not no without|无 no without|未 not yet|别 do not|莫 not|勿 not|非 not|并不 not|不是 not|否 not
是 be yes|在 in at on|有 have there|和 and with|与 and with|跟 with and|同 with|及 and|以及 and|或 or|或者 or|还是 or still|但 but|但是 but
可是 but|可 but can|然而 but however|不过 but however|却 but yet|而 and but|因为 because for|由于 because|所以 so|因此 so therefore|于是 so then
如果 if|要是 if|若 if|假如 if|虽然 although though|尽管 although though|除非 unless|只要 as long if|只有 only|无论 no matter whatever
什么 what anything|谁 who|哪 which where|哪里 where|哪儿 where|怎么 how what why|怎样 how|如何 how|为什么 why|多少 how much many|几 several how many few
也 also too|都 all both|就 then just|才 only then|还 still yet also|又 again and|再 again more then|已 already|已经 already|曾 once ever|正 just
将 will|会 will would can|要 will want|能 can could|能够 can|可以 can may|应该 should|应 should|必须 must|得 must have|想 want think|愿 will wish
很 very|非常 very|更 more even|最 most|太 too so|极 very extremely|比 than|较 more|只 only|仅 only|甚至 even|连 even
上 on up|下 under down|里 in inside|中 in among|内 in within|外 outside out|前 before front ago|后 after behind later|之后 after|以后 after|之前 before
时 when time|时候 when time|从 from|自 from since|到 to until arrive|向 to toward|往 to toward|对 to for toward|对于 for to|关于 about|给 to for give
被 by be|把 take|让 let make|使 make|用 with use|为 for|为了 for to|以 with by to|于 in at on|由 by from|按 by according|按照 according|通过 through by
的 of|之 of|地 ly|着 ing|了 have|过 have ever|吗 do|呢 and|吧 let|啊 oh ah|呀 oh|哦 oh|唉 alas ah sigh|嗯 hmm yes|哼 humph|哎 hey|喂 hey hello
一 a one|一个 a one|两 two both|每 every each|各 each every|另 other another|另外 other another besides|其他 other|别的 other|所有 all every|全 all whole
道 say|说 say tell speak|说道 say|笑道 say laugh smile|问 ask|问道 ask|答 answer reply|答道 answer reply say|叫 call cry|喝道 shout cry|喊 shout cry|叫道 cry shout|曰 say
先生 mr sir|小姐 miss|太太 mrs|女士 ms mrs madam|老爷 sir master|夫人 madam mrs lady|吾 i my|汝 you thou|尔 you|耶和华 lord|神 god|上帝 god lord`;

/** Each word with the stems that may stand in its place. */
export const functionWords: ReadonlyMap<string, readonly string[]> = new Map(
  written.split(/[|\n]/).map((entry) => {
    const [chinese = "", ...english] = entry.trim().split(" ");
    return [chinese, english.flatMap(englishStems)];
  }),
);
