import { processWide } from "@/lib/process-wide.mjs";

/** Statements and transactions that were asked for and have no end yet, and how many have had one. */
export const underWay = processWide("statements", () => ({ waiting: 0, ended: 0 }));

/** Counts it while it runs. */
export async function counted<T>(run: () => Promise<T>): Promise<T> {
  underWay.waiting++;
  try {
    return await run();
  } finally {
    underWay.waiting--;
    underWay.ended++;
  }
}
