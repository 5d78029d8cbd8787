import { AsyncLocalStorage } from "node:async_hooks";

/** What is known of the request under way. It stands in each of its log lines. */
export type RequestContext = { traceId: string; route?: string; userId?: string };

// One store for the whole process: the guard in front of Next and the bundles behind it are separate copies of this module.
const KEY = Symbol.for("gatehouse.request-context");
const shared = globalThis as { [KEY]?: AsyncLocalStorage<RequestContext> };
shared[KEY] ??= new AsyncLocalStorage<RequestContext>();
const store = shared[KEY];

export function requestContext(): RequestContext | undefined {
  return store.getStore();
}

export function runInContext<T>(context: RequestContext, work: () => T): T {
  return store.run(context, work);
}
