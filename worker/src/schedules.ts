import { type Client, ScheduleAlreadyRunning, type ScheduleSpec } from "@temporalio/client";
import { TASK_QUEUE } from "@/lib/task-queue.mjs";

/** The rows that it promises name their hour or day, so that one more start promises nothing more. */
const SCHEDULES: Record<string, ScheduleSpec> = {
  "gatehouse-hourly": { intervals: [{ every: "1 hour" }] },
};

/** Any number of workers may make them, at once and again: there is one of each. */
export async function ensureSchedules(client: Client, schedules = SCHEDULES) {
  for (const [scheduleId, spec] of Object.entries(schedules)) {
    const action = {
      type: "startWorkflow" as const,
      workflowType: "schedule",
      taskQueue: TASK_QUEUE,
      workflowId: scheduleId,
    };
    await client.schedule.create({ scheduleId, spec, action }).catch((error) => {
      if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    });
  }
}
