import { processWide } from "./process-wide.mjs";

/** Jobs that are due, worked off; `byRequests` where no process stays to look for them, so that every promise has to. */
type Afterwards = { work: () => Promise<unknown>; byRequests: boolean };

const shared = processWide<{ provided?: Afterwards }>("afterwards", () => ({}));

export function provideAfterwards(provided: Afterwards | undefined) {
  shared.provided = provided;
}

export function providedAfterwards(): Afterwards | undefined {
  return shared.provided;
}
