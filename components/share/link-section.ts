import { button, element } from "./element";
import type { SheetContext } from "./share-sheet";

/** The address, and the ways to pass it on. */
export function linkSection({ page, data, selected, copy, extend, close }: SheetContext): HTMLElement {
  const { quote, words } = data;
  const address = selected ? quote.link + selected.fragment : quote.link;
  const actions = [button(page, selected ? words.copyLinkToWords : words.copyLink, () => void copy(address))];
  if (selected) actions.push(button(page, words.copyLinkToPassage, () => void copy(quote.link)));
  else {
    const withCheck = button(page, words.copyLinkWithCheck, () => void copy(quote.linkWithCheck));
    withCheck.title = words.aboutCheck;
    actions.push(withCheck);
  }
  if (typeof navigator.share === "function") {
    actions.push(button(page, words.send, () => void send({ title: page.title, url: address })));
  }
  const { embed } = quote;
  if (embed !== null) actions.push(button(page, words.copyEmbed, () => void copy(embed)));
  if (!selected) {
    actions.push(
      button(page, words.extend, () => {
        close();
        extend(words.extending);
      }),
    );
  }
  return element(
    page,
    "section",
    { "aria-label": words.link },
    element(page, "p", { class: "share-address", translate: "no" }, readable(address)),
    element(page, "div", { class: "share-actions" }, ...actions),
  );
}

/** As an address bar shows it: without the scheme, and with Chinese in its own characters. */
function readable(address: string): string {
  const bare = address.replace(/^https?:\/\//, "");
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

async function send(what: ShareData): Promise<void> {
  try {
    await navigator.share(what);
  } catch {
    // The reader thought better of it, or the system has nothing to send it with: it says so itself.
  }
}
