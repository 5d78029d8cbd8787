import { userAnswer } from "@/domain/users/answers";
import { momentAnswer } from "@/lib/answers";

export const knownUserAnswer = userAnswer
  .extend({
    last_seen_at: momentAnswer.nullable().meta({ description: "Null: has never signed in" }),
    deleted_at: momentAnswer.nullable().meta({ description: "Purged a week later, unless restored" }),
  })
  .meta({ id: "KnownUser" });
