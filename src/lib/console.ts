import { format, stripVTControlCharacters } from "node:util";
import { log } from "./log";
import { redact } from "./redact";

const LEVELS = { debug: "debug", log: "info", info: "info", warn: "warn", error: "error" } as const;

/**
 * What Next and packages say on the console goes the way of all log lines: one line, redacted, with the request's trace id. As
 * it is, it has line breaks in it, and whatever a caller put into an address.
 */
export function logConsole() {
  for (const [name, level] of Object.entries(LEVELS)) {
    Object.assign(console, { [name]: (...said: unknown[]) => write(level, said) });
  }
}

function write(level: (typeof LEVELS)[keyof typeof LEVELS], said: unknown[]) {
  const error = said.find((part) => part instanceof Error);
  const words = said.filter((part) => part !== error).map((part) => redact(part));
  const text = stripVTControlCharacters(format(...words)).trim();
  log()[level]({ source: "console", error }, String(redact(text)));
}
