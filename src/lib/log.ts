import pino, { type Logger } from "pino";
import { redact } from "./redact";
import { requestContext } from "./request-context.mjs";
import { settings } from "./settings";

// For somebody who reads along, and for nobody else to load. Whoever starts us has put the settings into the environment by now.
const format = process.env.LOG_FORMAT || (process.stdout.isTTY ? "pretty" : "json");
const pretty = format === "pretty" ? (await import("pino-pretty")).default : undefined;

let logger: Logger | undefined;

/** The log. Whatever is handed to it goes through redact() first, so that nobody has to remember to. */
export function log(): Logger {
  logger ??= createLogger();
  return logger;
}

function createLogger(): Logger {
  const { LOG_LEVEL } = settings();
  return pino(
    {
      level: LOG_LEVEL,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => redact(fields) as Record<string, unknown>,
      },
      mixin: () => {
        const context = requestContext();
        return context ? { trace_id: context.traceId } : {};
      },
    },
    pretty
      ? pretty({ ignore: "trace_id", translateTime: "HH:MM:ss", sync: true })
      : pino.destination({ sync: true }),
  );
}
