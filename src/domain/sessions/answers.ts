import { z } from "zod";
import { answerOf } from "@/db/answer";
import { momentAnswer, pageAnswer } from "@/lib/answers";
import { sessionColumns } from "./sessions";

const sessionAnswer = answerOf(sessionColumns, {
  computed: { expires_at: momentAnswer, current: z.boolean() },
  notes: { device_info: { examples: ["Chrome on Linux"] } },
}).meta({ id: "Session" });

export const sessionPageAnswer = pageAnswer(sessionAnswer).meta({ id: "SessionPage" });

export const tokensAnswer = z
  .object({
    access_token: z.string(),
    refresh_token: z.string().optional().meta({
      description: "Not in the answer to a browser, which gets it as a cookie that script can't read",
    }),
    token_type: z.literal("bearer"),
    expires_in: z
      .int()
      .nonnegative()
      .meta({ description: "Seconds", examples: [900] }),
  })
  .meta({ id: "Tokens" });
