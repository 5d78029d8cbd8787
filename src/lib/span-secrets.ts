import type { Attributes } from "@opentelemetry/api";
import type { ReadableSpan, SpanExporter } from "@opentelemetry/sdk-trace-node";
import { redact } from "./redact";

/** Addresses without their query, in which a mailed link has its token; and nothing that a log wouldn't show. */
export function withoutSecrets(exporter: SpanExporter): SpanExporter {
  return {
    export: (spans, done) => exporter.export(spans.map(cleaned), done),
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  };
}

function cleaned(span: ReadableSpan): ReadableSpan {
  const events = span.events.map((event) => ({ ...event, attributes: cleanAttributes(event.attributes) }));
  return Object.create(span, {
    name: { value: cleanText(span.name) },
    attributes: { value: cleanAttributes(span.attributes) },
    events: { value: events },
    status: { value: { ...span.status, message: undefined } },
  });
}

function cleanAttributes(attributes: Attributes = {}): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [key, clean(key, value)]),
  ) as Attributes;
}

function clean(key: string, value: unknown) {
  if (typeof value !== "string") return value;
  // Statements have their values beside them, which are never sent.
  return key === "db.query.text" ? value : cleanText(value);
}

function cleanText(text: string) {
  return redact(text.replace(/[?#][^\s"')]*/g, ""));
}
