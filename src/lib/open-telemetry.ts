import {
  type Attributes,
  type Context,
  context,
  DiagLogLevel,
  diag,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";
import { suppressTracing, W3CTraceContextPropagator } from "@opentelemetry/core";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from "@opentelemetry/resources";
import { BatchSpanProcessor, NodeTracerProvider, RandomIdGenerator } from "@opentelemetry/sdk-trace-node";
import { log } from "./log";
import { withoutSecrets } from "./span-secrets";
import { whenStopped } from "./stopping.mjs";
import { type Asked, provideTracer, type Step } from "./tracing.mjs";
import { VERSION } from "./version";

const WARN_EVERY_MS = 60_000;
const LAST_EXPORT_MS = 2_000;
/** Nobody looks for these, and there are many. */
const UNTRACED = /^\/(?:(?:live|ready|health|metrics|api\/v1\/health)\/?$|_next\/)|\.\w+$/;

const ids = new RandomIdGenerator();
let nextTraceId: string | undefined;

/** Spans to OTEL_EXPORTER_OTLP_ENDPOINT, of requests, statements and jobs, and of what Next itself traces. */
export function startTraces(): { stop: () => Promise<void> } {
  warnSparingly();
  const provider = new NodeTracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ "service.name": "gatehouse", "service.version": VERSION }))
      .merge(detectResources({ detectors: [envDetector] })),
    // A request has its trace id already: it stands in its log lines and in its answer.
    idGenerator: {
      generateSpanId: () => ids.generateSpanId(),
      generateTraceId: () => nextTraceId ?? ids.generateTraceId(),
    },
    spanProcessors: [new BatchSpanProcessor(withoutSecrets(new OTLPTraceExporter()))],
  });
  provider.register();
  provideTracer({ request, step });
  const stop = async () => {
    provideTracer(undefined);
    const patience = new Promise<void>((resolve) => setTimeout(resolve, LAST_EXPORT_MS).unref());
    await Promise.race([provider.shutdown(), patience]);
  };
  whenStopped(stop);
  return { stop };
}

function request({ method, path, traceId, headers }: Asked) {
  if (UNTRACED.test(path))
    return {
      within: <T>(work: () => T) => context.with(suppressTracing(context.active()), work),
      end: () => {},
    };
  const carrier = {
    get: (_: unknown, key: string) => headers[key] as string,
    keys: () => Object.keys(headers),
  };
  const parent = new W3CTraceContextPropagator().extract(ROOT_CONTEXT, headers, carrier);
  const attributes = { "http.request.method": method, "url.path": path };
  const span = inTrace(traceId, () => start(method, { kind: SpanKind.SERVER, attributes, parent }));
  return {
    within: <T>(work: () => T) => context.with(trace.setSpan(parent, span), work),
    end({ status, route, code, userId, address }: Parameters<RequestEnd>[0]) {
      if (route) span.updateName(`${method} ${route}`);
      span.setAttributes({
        "http.response.status_code": status,
        ...(route && { "http.route": route }),
        ...(code && { "gatehouse.problem": code }),
        ...(userId && { "user.id": userId }),
        ...(address && { "client.address": address }),
      });
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

type RequestEnd = import("./tracing.mjs").RequestSpan["end"];

async function step<T>({ name, attributes, traceId, kind }: Step, work: () => Promise<T>): Promise<T> {
  const begin = () =>
    start(name, {
      kind: kind === "client" ? SpanKind.CLIENT : SpanKind.INTERNAL,
      attributes,
      parent: context.active(),
    });
  const span = traceId === undefined ? begin() : inTrace(traceId, begin);
  try {
    return await context.with(trace.setSpan(context.active(), span), work);
  } catch (error) {
    span.recordException(error as Error);
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}

function start(
  name: string,
  { kind, attributes, parent }: { kind: SpanKind; attributes: Attributes; parent: Context },
) {
  return trace.getTracer("gatehouse").startSpan(name, { kind, attributes }, parent);
}

/** A span without a parent begins that trace. */
function inTrace(traceId: string, begin: () => Span): Span {
  nextTraceId = traceId;
  try {
    return begin();
  } finally {
    nextTraceId = undefined;
  }
}

/** A collector that is away would be one line each batch. */
function warnSparingly() {
  let warned = Number.NEGATIVE_INFINITY;
  const warn = (message: string) => {
    const now = performance.now();
    if (now - warned < WARN_EVERY_MS) return;
    warned = now;
    log().warn({ reason: message.slice(0, 500) }, "traces can't be sent");
  };
  const nothing = () => {};
  const logger = { error: warn, warn, info: nothing, debug: nothing, verbose: nothing };
  diag.setLogger(logger, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
}
