import { processWide } from "./process-wide.mjs";

const shared = processWide<{ done?: Promise<void> }>("preparation", () => ({}));

/** What this process does once before it calls itself ready. It doesn't fail: what can't be done now is tried again later. */
export function prepareBy(work: Promise<void>) {
  shared.done = work;
}

export async function whenPrepared() {
  await shared.done;
}
