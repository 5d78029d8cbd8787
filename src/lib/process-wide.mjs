/**
 * Something that a process has one of. The guard in front of Next and each bundle behind it have a copy of their own of every
 * module, so what they share stands on globalThis.
 *
 * @template T
 * @param {string} name
 * @param {() => T} make
 * @returns {T}
 */
export function processWide(name, make) {
  const key = Symbol.for(`gatehouse.${name}`);
  const shared = /** @type {Record<symbol, T | undefined>} */ (globalThis);
  shared[key] ??= make();
  return shared[key];
}
