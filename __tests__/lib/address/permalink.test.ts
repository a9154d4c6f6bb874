import { parsePassageRange } from "@/lib/address/passage-range";
import { permalinkPath, picturePath, withVersion, workPath } from "@/lib/address/permalink";

const passage = parsePassageRange("k7m2q")!;
const range = parsePassageRange("k7m2q..p3x8d")!;

it.each([
  [workPath("en", "openai-microsoft-rift"), "/en/openai-microsoft-rift"],
  [workPath("zh", "红楼?#/"), "/zh/%E7%BA%A2%E6%A5%BC%3F%23%2F"],
  [permalinkPath("en", "story", passage), "/en/story/k7m2q"],
  [permalinkPath("zh", "story", range), "/zh/story/k7m2q..p3x8d"],
  [withVersion("/en/story", null), "/en/story"],
  [withVersion("/en/story/k7m2q", "2025-05-01"), "/en/story/k7m2q?at=2025-05-01"],
  [picturePath("story", "images/港口 1.png"), "/pictures/story/images/%E6%B8%AF%E5%8F%A3%201.png"],
])("writes %s", (path, expected) => expect(path).toBe(expected));
