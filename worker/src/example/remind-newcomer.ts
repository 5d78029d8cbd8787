import { condition, defineQuery, defineSignal, proxyActivities, setHandler } from "@temporalio/workflow";

// An example for workflows of your own, of more than one step: it waits for days, hears of what happens meanwhile, tries again
// what fails, and can be asked how it stands. docs/temporal.md goes through it.

/** What it asks the world for; who starts the worker provides it. */
export type ReminderActivities = {
  remind: (userId: string, reminder: number) => Promise<void>;
  closeCase: (userId: string, outcome: "arrived" | "gave up") => Promise<void>;
};

export const arrived = defineSignal("arrived");
export const remindersSent = defineQuery<number>("remindersSent");

const WAITS = ["2 days", "5 days", "14 days"];

const { remind, closeCase } = proxyActivities<ReminderActivities>({
  startToCloseTimeout: "30 seconds",
  retry: { initialInterval: "5 seconds", backoffCoefficient: 2, maximumAttempts: 10 },
});

/** Reminds somebody who has registered and not come back, three times at most, and stops as soon as they have. */
export async function remindNewcomer(userId: string): Promise<"arrived" | "gave up"> {
  let hasArrived = false;
  let sent = 0;
  setHandler(arrived, () => {
    hasArrived = true;
  });
  setHandler(remindersSent, () => sent);
  for (const wait of WAITS) {
    if (await condition(() => hasArrived, wait)) break;
    await remind(userId, sent + 1);
    sent++;
  }
  const outcome = hasArrived ? "arrived" : "gave up";
  await closeCase(userId, outcome);
  return outcome;
}
