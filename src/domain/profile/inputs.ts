import { z } from "zod";
import { newPasswordSchema } from "@/domain/users/password-policy";
import {
  fullNameSchema,
  localeSchema,
  timeZoneSchema,
  typedTextSchema,
  usernameSchema,
} from "@/domain/users/schema";

// What people change of their own account. Fields that aren't named are ignored, so nobody gives themselves a role.

export const profileSchema = z
  .object({
    full_name: fullNameSchema.optional(),
    username: usernameSchema.optional(),
    locale: localeSchema.nullable().optional(),
    time_zone: timeZoneSchema.optional(),
  })
  .meta({ id: "ProfileChange" });

export const passwordChangeSchema = z
  .object({
    current_password: typedTextSchema
      .optional()
      .meta({ format: "password", description: "Not needed where none is set yet" }),
    new_password: newPasswordSchema,
  })
  .meta({ id: "PasswordChange" });

export const accountDeletionSchema = z
  .object({ password: typedTextSchema.optional() })
  .meta({ id: "AccountDeletion" });
