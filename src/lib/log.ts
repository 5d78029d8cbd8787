import pino, { type Logger } from "pino";
import pretty from "pino-pretty";
import { redact } from "./redact";
import { requestContext } from "./request-context.mjs";
import { settings } from "./settings";

let logger: Logger | undefined;

/** The log. Whatever is handed to it goes through redact() first, so that nobody has to remember to. */
export function log(): Logger {
  logger ??= createLogger();
  return logger;
}

function createLogger(): Logger {
  const { LOG_LEVEL, LOG_FORMAT } = settings();
  const format = LOG_FORMAT ?? (process.stdout.isTTY ? "pretty" : "json");
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
    format === "pretty"
      ? pretty({ ignore: "trace_id", translateTime: "HH:MM:ss", sync: true })
      : pino.destination({ sync: true }),
  );
}
