import { createInterface } from "node:readline/promises";
import { type GivenDetails, isDay, type MissingDetail } from "@/lib/import/details";

/**
 * Asks on the terminal for what neither the person nor the files said. An empty answer leaves what would stand there.
 *
 * @throws {Error} when the terminal is closed before every question is answered
 */
export async function askDetails(given: GivenDetails, missing: readonly MissingDetail[]): Promise<GivenDetails> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  let details = given;
  try {
    for (const { what, side, instead } of missing) {
      const name = side ? `${what} of the ${side}` : `${what} of publication`;
      const answer = await ask(`${name[0]?.toUpperCase()}${name.slice(1)} [${instead}]: `, what);
      if (answer === "") continue;
      if (what === "date") details = { ...details, date: answer };
      else if (side) details = { ...details, [what]: { ...details[what], [side]: answer } };
    }
    return details;
  } catch (cause) {
    if (!(cause instanceof Error && cause.name === "AbortError")) throw cause;
    console.log();
    throw new Error("not every question was answered; nothing was changed", { cause });
  } finally {
    terminal.close();
  }

  async function ask(question: string, what: MissingDetail["what"]): Promise<string> {
    for (;;) {
      const answer = (await terminal.question(question)).trim();
      if (answer === "" || what !== "date" || isDay(answer)) return answer;
      console.log("  A day is written 2025-04-30.");
    }
  }
}
