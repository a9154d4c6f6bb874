import type { Page } from "playwright-core";

/** One node of the tree that Chromium gives to screen readers, without those that it leaves out. */
export type SpokenNode = { readonly role: string; readonly name: string };

/** What screen readers are given of a page, in reading order; names are Chromium's own. */
export async function readAccessibilityTree(page: Page): Promise<readonly SpokenNode[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const inOrder = (id: string): SpokenNode[] => {
    const node = byId.get(id);
    if (!node) return [];
    const own = node.ignored ? [] : [{ role: String(node.role?.value), name: String(node.name?.value ?? "") }];
    return [...own, ...(node.childIds ?? []).flatMap(inOrder)];
  };
  return inOrder(nodes[0]?.nodeId ?? "");
}
