import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Worker } from "@temporalio/worker";
import { expect, test } from "vitest";
import { WORKFLOWS } from "./worker";

// A workflow lives for as long as what it waits for, and is replayed by whatever version runs then: a history that was recorded
// once has to lead through today's code. New ones are recorded by testing/record-histories.ts.

const FOLDER = path.join(import.meta.dirname, "testing", "histories");
const histories = readdirSync(FOLDER);

test("there is a history of every workflow", () => {
  expect(histories.map((file) => file.replace(/\.json$/, "")).sort()).toEqual([
    "job-done",
    "job-due-sooner",
    "job-given-up",
    "job-retried",
    "remind-newcomer-arrived",
    "schedule",
  ]);
});

test.each(histories)("%s is replayed as it was recorded", async (file) => {
  const history = JSON.parse(readFileSync(path.join(FOLDER, file), "utf8"));
  await Worker.runReplayHistory({ workflowsPath: WORKFLOWS }, history);
});

test("a history that today's code would not have made is noticed", async () => {
  const history = JSON.parse(readFileSync(path.join(FOLDER, "job-retried.json"), "utf8"));
  const text = JSON.stringify(history).replaceAll('"runJob"', '"runSomethingElse"');
  await expect(Worker.runReplayHistory({ workflowsPath: WORKFLOWS }, JSON.parse(text))).rejects.toThrow();
});
