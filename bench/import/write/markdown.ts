import type { Text } from "../documents";

/** Markdown as static sites keep it: without marks, with what is said of the text on top. */
export function frontMatterMarkdown({ markdown, title, author, language }: Text): string {
  const body = markdown
    .split("\n")
    .map((line) => line.replace(/(?:^| )\^[a-z][a-z0-9]{4}$/, ""))
    .join("\n");
  const head = [
    `title: ${JSON.stringify(title)}`,
    `author: ${author}`,
    "date: 2024-05-06",
    `lang: ${language}`,
    "draft: false",
  ];
  return `---\n${head.join("\n")}\ntags: [translation, prose]\n---\n\n${body}`;
}
