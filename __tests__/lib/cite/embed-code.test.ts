import { embedCode } from "@/lib/cite/embed-code";

it("is one frame, whose title cannot break out of it", () => {
  const code = embedCode("https://duidu.example", "zh", "hills", "k7m2q..p3x8d", '"><script>&');
  expect(code).toContain(
    '<iframe src="https://duidu.example/embed/zh/hills/k7m2q..p3x8d" title="&quot;>&lt;script>&amp;" ',
  );
  expect(code).toMatch(/^<iframe( [a-z]+="[^"]*")+><\/iframe>$/);
});
