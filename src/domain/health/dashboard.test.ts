import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { measureAnswer } from "@/lib/measure";
import { startMetrics } from "./metrics";

test("Grafana's dashboard asks for metrics that exist, by labels that they have", async () => {
  const registry = startMetrics();
  measureAnswer({ method: "GET", route: "/live", status: 200, ms: 1 });
  const exposed = await registry.metrics();
  const dashboard = JSON.parse(readFileSync("deploy/grafana/dashboard.json", "utf8"));
  const queries = dashboard.panels.flatMap((panel: { targets: { expr: string }[] }) =>
    panel.targets.map(({ expr }) => expr),
  );
  const names = new Set(queries.join(" ").match(/\b(?:gatehouse|nodejs|process)_\w+/g));
  expect(names.size).toBeGreaterThan(6);
  for (const name of names) expect(exposed).toMatch(new RegExp(`^${name}(?:\\{|\\s)`, "m"));
  for (const [, labels = ""] of queries.join(" ").matchAll(/by \(([^)]*)\)/g))
    for (const label of labels.split(", ")) expect(exposed).toContain(`${label}="`);
});
