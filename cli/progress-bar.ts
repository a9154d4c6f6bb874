import { performance } from "node:perf_hooks";

/** Shows how far a command has come, on a terminal, where it takes a while. */
export type ProgressBar = {
  /** @param share - of this step, 0 to 1; left out where nobody knows */
  readonly show: (step: string, share?: number) => void;
  /** Takes the bar away; what is printed then begins on a clean line. */
  readonly end: () => void;
};

const quietMs = 500;
const redrawnMs = 80;
const cells = 24;

/** A bar on a stream; silent where that is no terminal. */
export function progressBar(stream: NodeJS.WriteStream): ProgressBar {
  if (!stream.isTTY) return { show: () => undefined, end: () => undefined };
  let since = performance.now();
  let drawn = 0;
  let isDrawn = false;
  let now: { step: string; share: number | undefined } = { step: "", share: undefined };
  const draw = () => {
    const { step, share } = now;
    const filled = Math.round((share ?? 0) * cells);
    const bar = share === undefined ? "" : `  ${"█".repeat(filled)}${"░".repeat(cells - filled)}`;
    stream.write(`\r\u001B[K${step}${bar}`);
    isDrawn = true;
    drawn = performance.now();
  };
  // A step that says nothing of itself is named all the same once it takes long.
  const timer = setInterval(
    () => now.step !== "" && !isDrawn && performance.now() - since > quietMs && draw(),
    quietMs / 2,
  );
  timer.unref();
  return {
    show(step, share) {
      const isNew = step !== now.step;
      now = { step, share };
      const time = performance.now();
      if (time - since > quietMs && (isNew || time - drawn > redrawnMs)) draw();
    },
    end() {
      if (isDrawn) stream.write("\r\u001B[K");
      isDrawn = false;
      now = { step: "", share: undefined };
      since = performance.now();
    },
  };
}
