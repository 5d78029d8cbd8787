import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type SentSpan = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  attributes: Record<string, unknown>;
  service: unknown;
};

type Sent = { key: string; value: Record<string, unknown> }[];

/** Takes what OTLP over HTTP brings, as a collector does. */
export async function startCollector() {
  const spans: SentSpan[] = [];
  const texts: string[] = [];
  const seen: { path: string | undefined; authorization: string | undefined }[] = [];
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request.setEncoding("utf8")) text += chunk;
    seen.push({ path: request.url, authorization: request.headers.authorization });
    texts.push(text);
    for (const { resource, scopeSpans } of JSON.parse(text).resourceSpans)
      for (const { spans: sent } of scopeSpans)
        for (const span of sent)
          spans.push({
            ...span,
            attributes: valuesOf(span.attributes),
            service: valuesOf(resource.attributes)["service.name"],
          });
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    seen,
    /** All that came, as it came. */
    text: () => texts.join("\n"),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

function valuesOf(attributes: Sent) {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}
