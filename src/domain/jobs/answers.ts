import { z } from "zod";
import { answerOf } from "@/db/answer";
import { JOB_STATES } from "./kinds";
import { jobColumns } from "./list-jobs";

export const jobAnswer = answerOf(jobColumns, {
  computed: { payload: z.record(z.string(), z.unknown()), state: z.enum(JOB_STATES) },
  notes: {
    kind: { examples: ["clean_up"] },
    last_error: { description: "Why the last attempt failed" },
    run_at: { description: "When it is due, or was" },
    failed_at: { description: "When it was given up" },
  },
}).meta({ id: "Job" });
