// How long something may take is promised for a machine that has time for it. Tests also run beside others, and niced.

const SAMPLE_CPU_MS = 15;

/** How many times longer than by itself work takes here just now: the time that a bit of it took, by what it cost. */
export function slowness() {
  const before = process.cpuUsage();
  const began = performance.now();
  let cpuMs = 0;
  while (cpuMs < SAMPLE_CPU_MS) {
    const { user, system } = process.cpuUsage(before);
    cpuMs = (user + system) / 1000;
  }
  return Math.max(1, (performance.now() - began) / cpuMs);
}

/**
 * What `work` comes to and how long it took, in milliseconds of a machine that has nothing else to do.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<{ result: T, ms: number }>}
 */
export async function timed(work) {
  const before = slowness();
  const began = performance.now();
  const result = await work();
  const ms = performance.now() - began;
  return { result, ms: ms / Math.max(before, slowness()) };
}
