import { keepPng } from "@/components/card/png-cache";

const png = (name: string) => async () => Buffer.from(name);

it("draws a picture once, however many ask at the same time", async () => {
  let drawings = 0;
  const draw = async () => Buffer.from(`${++drawings}`);
  const all = await Promise.all([keepPng("once", draw), keepPng("once", draw)]);
  expect([drawings, String(all[0]), String(all[1])]).toEqual([1, "1", "1"]);
});

it("forgets what was asked for longest ago, and draws it again", async () => {
  await keepPng("first", png("1"));
  for (let at = 0; at < 400; at++) await keepPng(`other ${at}`, png("x"));
  expect(String(await keepPng("first", png("2")))).toBe("2");
});

it("tries again after a failure", async () => {
  await expect(keepPng("fails", () => Promise.reject(new Error("no memory")))).rejects.toThrow("no memory");
  expect(String(await keepPng("fails", png("ok")))).toBe("ok");
});

it("draws two at once, and turns away what would wait too long", async () => {
  let [drawing, most] = [0, 0];
  const slow = async () => {
    most = Math.max(most, ++drawing);
    await new Promise((done) => setTimeout(done, 5));
    drawing--;
    return Buffer.from("drawn");
  };
  const asked = Array.from({ length: 100 }, (_, at) => keepPng(`slow ${at}`, slow));
  const drawn = await Promise.all(asked);
  expect(most).toBe(2);
  expect(drawn.filter((png) => png === null).length).toBeGreaterThan(20);
  expect(String(await keepPng("slow 99", slow))).toBe("drawn");
});
