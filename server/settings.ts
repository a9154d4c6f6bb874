import { z } from "zod";

const settings = z.object({
  // An empty variable is one that was not filled in; as a number it would be 0, any free port.
  PORT: z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? undefined : value),
    z.coerce.number().int().min(0).max(65535).default(3000),
  ),
  HOST: z.string().min(1).default("127.0.0.1"),
  SITE_URL: z.url({ protocol: /^https?$/ }).optional(),
});

export type Settings = { readonly port: number; readonly host: string; readonly isHttps: boolean };

/**
 * Reads the server's settings from the environment.
 * @returns the settings, or one line that says which variable is wrong and what it may be
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings | string {
  const read = settings.safeParse(environment);
  if (!read.success) {
    const [issue] = read.error.issues;
    const name = String(issue?.path[0]);
    return `${name}=${environment[name] ?? ""} cannot be used: PORT is a number from 0 to 65535, HOST an address to listen on, SITE_URL an http(s) address.`;
  }
  const { PORT, HOST, SITE_URL } = read.data;
  return { port: PORT, host: HOST, isHttps: SITE_URL?.startsWith("https:") ?? false };
}
