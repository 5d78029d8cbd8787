import { z } from "zod";
import { organizationNameSchema } from "@/domain/organization/schema";
import { isOwnName, newPasswordSchema } from "@/domain/users/password-policy";
import {
  emailSchema,
  fullNameSchema,
  timeZoneSchema,
  typedTextSchema,
  usernameSchema,
} from "@/domain/users/schema";
import { usernameFromEmail } from "@/domain/users/username";

const fields = z.object({
  organization_name: organizationNameSchema,
  admin_email: emailSchema,
  admin_password: newPasswordSchema,
  admin_username: usernameSchema.optional(),
  admin_full_name: fullNameSchema.optional(),
  admin_time_zone: timeZoneSchema.optional(),
  setup_token: typedTextSchema.optional(),
});

type Fields = Partial<z.output<typeof fields>>;

function refuseOwnName(given: Fields, context: z.RefinementCtx) {
  const { admin_email: email, admin_password: password } = given;
  if (email === undefined || password === undefined) return;
  const { admin_username: username = usernameFromEmail(email), admin_full_name: full_name } = given;
  if (isOwnName(password, { email, username, full_name, organization_name: given.organization_name })) {
    context.addIssue({ code: "custom", path: ["admin_password"], message: "PASSWORD_TOO_COMMON" });
  }
}

export const initializationSchema = fields.superRefine(refuseOwnName).meta({ id: "Initialization" });

export type Initialization = z.output<typeof initializationSchema>;

/** As much of it as was typed so far. */
export const setupDraftSchema = fields.partial().superRefine(refuseOwnName).meta({ id: "SetupDraft" });
