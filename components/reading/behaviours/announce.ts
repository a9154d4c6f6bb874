/** How long a message stays, in milliseconds; one that offers something, long enough for a hand to reach it. */
const messageMs = 2500;
const offerMs = 7000;

export type Announcer = {
  /** With `offer`, the button beside the message is shown along with it; `stay` keeps the message until the next. */
  readonly say: (message: string, kind?: "offer" | "stay") => void;
  readonly stop: () => void;
};

/** Says something once, quietly: shown for a moment in the page's status line, and read out by screen readers. */
export function announceIn(status: HTMLElement): Announcer {
  const offer = status.parentElement?.querySelector<HTMLElement>("button");
  let timer: ReturnType<typeof setTimeout> | undefined;
  function end() {
    if (offer?.matches(":hover, :focus")) {
      timer = setTimeout(end, messageMs);
      return;
    }
    status.textContent = "";
    if (offer) offer.hidden = true;
  }
  return {
    say(message, kind) {
      clearTimeout(timer);
      status.textContent = message;
      if (offer) offer.hidden = kind !== "offer";
      if (kind !== "stay") timer = setTimeout(end, kind === "offer" ? offerMs : messageMs);
    },
    stop: () => clearTimeout(timer),
  };
}
