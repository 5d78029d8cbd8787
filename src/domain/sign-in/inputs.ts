import { z } from "zod";
import { isOwnNameHere } from "@/domain/organization/own-name";
import { proofTokenSchema } from "@/domain/proofs/inputs";
import { type Names, newPasswordSchema } from "@/domain/users/password-policy";
import {
  emailSchema,
  fullNameSchema,
  timeZoneSchema,
  typedTextSchema,
  usernameSchema,
} from "@/domain/users/schema";

// What the account endpoints take. Fields that aren't named are ignored, so nobody gives themselves a role.

type Given = Omit<Names, "organization_name"> & { password: string };

async function refuseOwnName({ password, ...names }: Given, context: z.RefinementCtx) {
  if (await isOwnNameHere(password, names)) {
    context.addIssue({ code: "custom", path: ["password"], message: "PASSWORD_TOO_COMMON" });
  }
}

/** A form sends what was left empty, too. */
function optionalIn<S extends z.ZodType>(schema: S) {
  return z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
}

export const registrationSchema = z
  .object({
    email: emailSchema,
    username: usernameSchema.optional(),
    password: newPasswordSchema,
    full_name: fullNameSchema.optional(),
    time_zone: timeZoneSchema.optional(),
    invitation_token: proofTokenSchema.optional(),
  })
  .superRefine(refuseOwnName)
  .meta({ id: "Registration" });

export const registrationFormSchema = z
  .object({
    email: emailSchema,
    username: optionalIn(usernameSchema),
    password: newPasswordSchema,
    // Asked where the password can't be shown: without script.
    password_confirmation: typedTextSchema.optional(),
    full_name: fullNameSchema.optional(),
    time_zone: timeZoneSchema.optional(),
    invitation_token: proofTokenSchema.optional(),
    next: z.string().optional(),
  })
  .superRefine(async (form, context) => {
    await refuseOwnName(form, context);
    if ((form.password_confirmation ?? form.password) !== form.password) {
      context.addIssue({ code: "custom", path: ["password_confirmation"], message: "VALIDATION_ERROR" });
    }
  });

export const loginSchema = z
  .object({
    email: typedTextSchema.min(1).meta({ description: "Email or username", examples: ["ada@example.com"] }),
    password: typedTextSchema.min(1).meta({ format: "password", examples: ["correct horse battery staple"] }),
    remember_me: z.boolean().optional().meta({
      description:
        "A longer session: 30 days instead of 24 hours, unless the server or the organization says otherwise",
    }),
  })
  .meta({ id: "Login" });

/** The OAuth 2 password form and the sign-in page's form are one: a browser's has `remember_me` and `next` besides. */
export const loginFormSchema = z
  .object({
    username: typedTextSchema.min(1),
    password: typedTextSchema.min(1),
    grant_type: z.literal("password").optional(),
    remember_me: z.enum(["on", "true", "false", ""]).optional(),
    next: z.string().optional(),
  })
  .transform(({ username, password, remember_me }) => ({
    email: username,
    password,
    remember_me: remember_me === "on" || remember_me === "true",
  }));
