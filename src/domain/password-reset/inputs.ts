import { z } from "zod";
import { proofTokenSchema } from "@/domain/proofs/inputs";
import { newPasswordSchema } from "@/domain/users/password-policy";
import { emailSchema, typedTextSchema } from "@/domain/users/schema";

export const resetRequestSchema = z.object({ email: emailSchema }).meta({ id: "PasswordResetRequest" });

export const resetRequestFormSchema = z.object({ email: emailSchema, next: z.string().optional() });

export const resetSchema = z
  .object({ token: proofTokenSchema, new_password: newPasswordSchema })
  .meta({ id: "PasswordReset" });

export const resetFormSchema = z
  .object({
    token: proofTokenSchema,
    new_password: newPasswordSchema,
    password_confirmation: typedTextSchema,
    next: z.string().optional(),
  })
  .superRefine((form, context) => {
    if (form.new_password !== form.password_confirmation) {
      context.addIssue({ code: "custom", path: ["password_confirmation"], message: "VALIDATION_ERROR" });
    }
  });
