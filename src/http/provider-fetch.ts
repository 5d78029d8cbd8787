import { isLoopback } from "@/lib/loopback";

// Ours is to answer within five seconds; what a provider may use up of them, all its answers together.
const PATIENCE_MS = 3_500;
const DISCOVERY_KEPT_MS = 5 * 60_000;

const discovered = new Map<string, { text: string; until: number }>();

/** `fetch` for one step of an authorization: with one deadline for all of it, and never in the clear to another machine. */
export function createProviderFetch() {
  const deadline = AbortSignal.timeout(PATIENCE_MS);
  let unreachable = false;

  async function send(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.protocol !== "https:" && !isLoopback(url.hostname)) {
      throw new Error(`${url.origin} is not https`);
    }
    try {
      const response = await fetch(input, { ...init, signal: deadline });
      unreachable ||= response.status >= 500;
      return response;
    } catch (error) {
      unreachable = true;
      throw error;
    }
  }

  return {
    /** What a provider says of itself is asked for once in a while, however many people come. */
    async fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
      const address = String(input instanceof Request ? input.url : input);
      if (!address.endsWith("/.well-known/openid-configuration")) return send(input, init);
      const known = discovered.get(address);
      if (known && known.until > Date.now()) return asJson(known.text);
      const response = await send(input, init);
      if (!response.ok) return response;
      const text = await response.text();
      discovered.set(address, { text, until: Date.now() + DISCOVERY_KEPT_MS });
      return asJson(text);
    },
    /** Whether it failed for want of an answer. */
    wasUnreachable: () => unreachable || deadline.aborted,
  };
}

function asJson(text: string) {
  return new Response(text, { headers: { "content-type": "application/json" } });
}
