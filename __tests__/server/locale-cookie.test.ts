import { localeCookie } from "@/server/locale-cookie";

describe("the language cookie", () => {
  it.each([
    ["/zh/guide", undefined, "en-GB,en;q=0.9"],
    ["/zh", "NEXT_LOCALE=en", "zh"],
    ["/en/guide", undefined, "fr, zh-TW;q=0.8, en;q=0.3"],
    ["/en", undefined, undefined],
    ["/en", "other=zh; NEXT_LOCALE=zh", "en"],
  ])("is set for %s where the reader has %j and asks for %j", (path, cookie, accept) => {
    const set = localeCookie(path, { cookie, "accept-language": accept });
    expect(set).toMatch(new RegExp(`^NEXT_LOCALE=${path.slice(1, 3)}; Path=/; Max-Age=\\d+; SameSite=Lax$`));
  });
  it.each([
    ["/zh/guide", undefined, "zh-Hans-CN"],
    ["/zh/guide", undefined, "fr, en;q=0.2, ZH;q=0.3"],
    ["/zh", "NEXT_LOCALE=zh", "en"],
    ["/en", undefined, "en;q=0, en-US"],
    ["/pictures/x", undefined, "zh"],
    ["/enough", undefined, "zh"],
  ])("is not set for %s where the reader has %j and asks for %j", (path, cookie, accept) => {
    expect(localeCookie(path, { cookie, "accept-language": accept })).toBeNull();
  });
});
