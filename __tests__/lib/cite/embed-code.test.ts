import { embedCode } from "@/lib/cite/embed-code";

it("is one frame, whose title cannot break out of it", () => {
  expect(embedCode("https://duidu.example", "zh", "hills", "k7m2q..p3x8d", '"><script>&')).toBe(
    '<iframe src="https://duidu.example/embed/zh/hills/k7m2q..p3x8d" title="&quot;>&lt;script>&amp;" width="640" height="360" loading="lazy"></iframe>',
  );
});
