/**
 * @template {{ size: number }} T
 * @typedef {{ value: T | null, at: number }} Kept
 */

/** What couldn't be kept isn't tried again for as long. */
const AGAIN_MS = 1_000;

/**
 * A few values by key, each made once however many ask for it at once. The one that was longest not asked for goes first.
 *
 * @template {{ size: number }} T
 */
export class PageMemory {
  /** @type {Map<string, Kept<T>>} */
  #kept = new Map();
  /** @type {Map<string, Promise<T | null>>} */
  #making = new Map();
  #bytes = 0;
  #emptied = 0;
  #most;

  /** @param {{ entries: number, bytes: number, ageMs?: number }} most */
  constructor(most) {
    this.#most = most;
  }

  /**
   * @param {string} key
   * @param {() => Promise<T | null>} make null where there is nothing to keep
   * @returns {T | null | Promise<T | null>}
   */
  get(key, make) {
    const known = this.#kept.get(key);
    const age = known ? performance.now() - known.at : 0;
    if (known?.value && age < (this.#most.ageMs ?? Number.POSITIVE_INFINITY)) {
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known.value;
    }
    if (known && !known.value && age < AGAIN_MS) return null;
    const making = this.#making.get(key) ?? this.#make(key, make);
    this.#making.set(key, making);
    return making;
  }

  clear() {
    this.#kept.clear();
    this.#making.clear();
    this.#bytes = 0;
    this.#emptied += 1;
  }

  /** @param {string} key @param {() => Promise<T | null>} make */
  async #make(key, make) {
    const emptied = this.#emptied;
    const value = await make().catch(() => null);
    // Begun before all was dropped: whoever asked then may have it, and nobody after them.
    if (emptied !== this.#emptied) return value;
    this.#making.delete(key);
    this.#forget(key);
    this.#kept.set(key, { value, at: performance.now() });
    this.#bytes += value?.size ?? 0;
    while (this.#kept.size > this.#most.entries || this.#bytes > this.#most.bytes) {
      this.#forget(String(this.#kept.keys().next().value));
    }
    return value;
  }

  /** @param {string} key */
  #forget(key) {
    this.#bytes -= this.#kept.get(key)?.value?.size ?? 0;
    this.#kept.delete(key);
  }
}
