import { processWide } from "./process-wide.mjs";

/**
 * What the application hands to the guard in front of it, once it has started: its own compiled handlers, so that what they
 * hold (pool, hasher, keys) is there once; which pages there are; what some of a person's own pages are made of; and what to do
 * with an error that no handler caught.
 *
 * @typedef {(request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>} Handler
 * @typedef {{ address: string, load: () => Promise<Record<string, Handler>> }} CompiledRoute
 * @typedef {{ of: string, secondsLeft: number }} OwnPage all that a page shows of its reader and their data, and for how long their access lasts
 * @typedef {(headers: Headers) => Promise<OwnPage | null>} ReadOwnPage null where they have no such page just now
 * @typedef {{ routes: CompiledRoute[], pages: string[], ownPages: Record<string, ReadOwnPage>, onError: (error: unknown, request: { method: string, path: string }) => void }} Application
 */

/** @type {{ started?: Application, listeners: Set<() => void> }} */
const shared = processWide("application", () => ({ listeners: new Set() }));

/** @param {Application} application */
export function handOver(application) {
  shared.started = application;
  for (const listener of shared.listeners) listener();
}

/** @param {() => void} listener called at once where it has started already */
export function whenStarted(listener) {
  shared.listeners.add(listener);
  if (shared.started) listener();
}

/** @returns {Application | undefined} */
export function startedApplication() {
  return shared.started;
}
