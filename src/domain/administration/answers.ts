import { z } from "zod";
import { linkedIdentityAnswer } from "@/domain/identities/answers";
import { OPEN_PURPOSES } from "@/domain/proofs/purposes";
import { userAnswer } from "@/domain/users/answers";
import { momentAnswer, pageAnswer } from "@/lib/answers";

export const knownUserAnswer = userAnswer
  .extend({
    last_seen_at: momentAnswer.nullable().meta({ description: "Null: has never signed in" }),
    deleted_at: momentAnswer.nullable().meta({ description: "Purged a week later, unless restored" }),
  })
  .meta({ id: "KnownUser" });

export const knownUserPageAnswer = pageAnswer(knownUserAnswer)
  .extend({
    previous_cursor: z.string().nullable().meta({ description: "A `cursor` for the page before" }),
    total: z.int().meta({ description: "How many match, over all pages" }),
  })
  .meta({ id: "KnownUserPage" });

export const userOverviewAnswer = z
  .object({
    user: knownUserAnswer,
    has_password: z.boolean(),
    identities: z.array(linkedIdentityAnswer),
    proofs: z
      .array(
        z.object({
          purpose: z.enum(OPEN_PURPOSES),
          email: z.string().nullable().meta({ description: "Where the link went; null: it was handed over" }),
          expires_at: momentAnswer,
        }),
      )
      .meta({ description: "Links that are still good" }),
  })
  .meta({ id: "UserOverview" });

const link = z
  .url()
  .optional()
  .meta({ description: "To hand over, where no mail was sent; shown this once, and it proves no address" });

export const createdUserAnswer = z.object({ user: knownUserAnswer, link }).meta({ id: "CreatedUser" });

export const resetLinkAnswer = z.object({ link, expires_at: momentAnswer }).meta({ id: "ResetLink" });

export const nextStepsAnswer = z
  .object({
    mail: z.boolean().meta({ description: "A mail server is set up" }),
    providers: z.boolean().meta({ description: "People can sign in by an identity provider" }),
    invitations: z.boolean().meta({ description: "Somebody is invited, or here already" }),
    backup: z.boolean().meta({ description: "As an administrator has said" }),
    dismissed: z.boolean().meta({ description: "No longer shown on the dashboard" }),
  })
  .meta({ id: "NextSteps" });
