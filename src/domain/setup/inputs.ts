import { z } from "zod";
import { isOwnName, newPasswordSchema } from "@/domain/accounts/password-policy";
import {
  emailSchema,
  fullNameSchema,
  organizationNameSchema,
  typedTextSchema,
  usernameSchema,
} from "@/domain/accounts/schema";
import { usernameFromEmail } from "./username";

export const initializationSchema = z
  .object({
    organization_name: organizationNameSchema,
    admin_email: emailSchema,
    admin_password: newPasswordSchema,
    admin_username: usernameSchema.optional(),
    admin_full_name: fullNameSchema.optional(),
    setup_token: typedTextSchema.optional(),
  })
  .superRefine((given, context) => {
    const email = given.admin_email;
    const username = given.admin_username ?? usernameFromEmail(email);
    if (isOwnName(given.admin_password, { email, username })) {
      context.addIssue({ code: "custom", path: ["admin_password"], message: "PASSWORD_TOO_COMMON" });
    }
  })
  .meta({ id: "Initialization" });
