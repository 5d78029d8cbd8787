import { z } from "zod";
import { answerOf } from "@/db/answer";
import { momentAnswer } from "@/lib/answers";
import { invitationColumns } from "./invitations";

export const invitationAnswer = answerOf(invitationColumns, {
  notes: {
    email: { format: "email" },
    mailed: { description: "Whether the newest link was mailed; otherwise it was handed over" },
    invited_by: { description: "Username; null where that account is gone" },
  },
  computed: { expired: z.boolean() },
}).meta({ id: "Invitation" });

const link = z.url().optional().meta({
  description: "To hand over, where no mail was sent; shown this once",
});

export const sentInvitationAnswer = z
  .object({ ...invitationAnswer.shape, link })
  .meta({ id: "SentInvitation" });

export const invitationLookupAnswer = z
  .object({
    organization_name: z.string(),
    email: z.email(),
    role: z.enum(["user", "admin"]),
    invited_by: z.string().nullable(),
    expires_at: momentAnswer,
  })
  .meta({ id: "InvitationLookup" });
