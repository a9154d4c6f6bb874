/** How long a message stays, in milliseconds. */
const messageMs = 2500;

export type Announcer = { readonly say: (message: string) => void; readonly stop: () => void };

/** Says something once, quietly: shown for a moment in the page's status line, and read out by screen readers. */
export function announceIn(status: HTMLElement): Announcer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  function say(message: string) {
    status.textContent = message;
    clearTimeout(timer);
    timer = setTimeout(() => (status.textContent = ""), messageMs);
  }
  return { say, stop: () => clearTimeout(timer) };
}
