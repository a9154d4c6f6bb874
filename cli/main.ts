import { align } from "./align";
import { check } from "./check";
import { confirm } from "./confirm";
import { importCommand } from "./import";
import { glossary } from "./glossary";
import { mint } from "./mint";
import { rename } from "./rename";
import { revise } from "./revise";

/** A command: reads its arguments, prints, and says how it went: 0 well, 1 problems found, 2 called wrongly or failed. */
export type Command = {
  readonly usage: string;
  readonly summary: string;
  readonly run: (args: readonly string[]) => Promise<0 | 1 | 2>;
};

const commands = new Map<string, Command>([
  ["import", importCommand],
  ["check", check],
  ["mint", mint],
  ["revise", revise],
  ["rename", rename],
  ["confirm", confirm],
  ["align", align],
  ["glossary", glossary],
]);

/** Runs the `duidu` program. */
export async function main(args: readonly string[]): Promise<0 | 1 | 2> {
  const [name = "--help", ...rest] = args;
  if (name === "--help" || name === "-h" || name === "help") {
    console.log(help());
    return 0;
  }
  const command = commands.get(name);
  if (!command) {
    console.error(`There is no command ${JSON.stringify(name)}.\n\n${help()}`);
    return 2;
  }
  if (rest.includes("--help") || rest.includes("-h")) {
    console.log(`Usage: duidu ${command.usage}\n\n${command.summary}`);
    return 0;
  }
  try {
    return await command.run(rest);
  } catch (cause) {
    if (process.env.DUIDU_DEBUG) console.error(cause);
    else
      console.error(
        `duidu ${name}: ${cause instanceof Error ? cause.message : String(cause)} (DUIDU_DEBUG=1 shows more)`,
      );
    return 2;
  }
}

function help(): string {
  const rows = [...commands.values()].map(({ usage, summary }) => `  duidu ${usage}\n      ${summary}`);
  return [
    "Usage: duidu <command>",
    "",
    ...rows,
    "",
    "Exit codes: 0 well, 1 errors in the texts, 2 called wrongly or failed.",
  ].join("\n");
}
