import { z } from "zod";
import { answerOf } from "@/db/answer";
import { tagAnswer } from "@/domain/tags/answers";
import { taskColumns } from "./task";

export const taskAnswer = answerOf(taskColumns(), {
  computed: { completed: z.boolean(), tags: z.array(tagAnswer) },
  notes: {
    title: { examples: ["Water the plants"] },
    recurrence_rule: { examples: ["FREQ=WEEKLY;BYDAY=MO,TH"] },
  },
}).meta({ id: "Task" });
