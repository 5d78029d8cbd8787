import { countAttempt } from "@/domain/attempts/attempts";

// A second instance of the product, as far as the counters go: makes as many attempts at once as it is told to.

process.on("message", async (attempts: { address: string; identifier?: string }[]) => {
  const results = await Promise.all(attempts.map((attempted) => countAttempt(attempted)));
  process.send?.(results.map(({ deniedBy }) => deniedBy));
});
process.send?.("ready");
