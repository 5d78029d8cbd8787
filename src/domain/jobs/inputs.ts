import { z } from "zod";
import { JOB_KINDS, JOB_STATES } from "./kinds";

export const jobFilterSchema = z.object({
  state: z.enum(JOB_STATES).optional(),
  kind: z.enum(JOB_KINDS).optional(),
});
