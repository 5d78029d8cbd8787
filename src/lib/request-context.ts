import { AsyncLocalStorage } from "node:async_hooks";

/** What is known of the request under way. It stands in each of its log lines. */
export type RequestContext = { traceId: string; route?: string; userId?: string };

// One store for the whole process: the guard in front of Next and the bundles behind it are separate copies of this module.
const KEY = Symbol.for("gatehouse.request-context");
const shared = globalThis as { [KEY]?: AsyncLocalStorage<RequestContext | undefined> };
shared[KEY] ??= new AsyncLocalStorage<RequestContext | undefined>();
const store = shared[KEY];

export function requestContext(): RequestContext | undefined {
  return store.getStore();
}

export function runInContext<T>(context: RequestContext, work: () => T): T {
  return store.run(context, work);
}

/** For what a request happens to start and all use, such as a connection: what that logs later isn't that request's. */
export function runOutsideRequests<T>(work: () => T): T {
  return store.run(undefined, work);
}
