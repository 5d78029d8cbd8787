import { z } from "zod";
import { userAnswer } from "@/domain/users/answers";
import { momentAnswer } from "@/lib/answers";

export const knownUserAnswer = userAnswer
  .extend({
    last_seen_at: momentAnswer.nullable().meta({ description: "Null: has never signed in" }),
    deleted_at: momentAnswer.nullable().meta({ description: "Purged a week later, unless restored" }),
  })
  .meta({ id: "KnownUser" });

const link = z
  .url()
  .optional()
  .meta({ description: "To hand over, where no mail was sent; shown this once, and it proves no address" });

export const createdUserAnswer = z.object({ user: knownUserAnswer, link }).meta({ id: "CreatedUser" });

export const resetLinkAnswer = z.object({ link, expires_at: momentAnswer }).meta({ id: "ResetLink" });
