import { z } from "zod";
import { emailSchema, typedTextSchema } from "@/domain/users/schema";

export const emailChangeSchema = z
  .object({
    email: emailSchema,
    password: typedTextSchema
      .optional()
      .meta({ format: "password", description: "Not needed shortly after a sign-in" }),
  })
  .meta({ id: "EmailChange" });

export const emailChangeFormSchema = z.object({
  email: emailSchema,
  password: typedTextSchema.optional(),
  next: z.string().optional(),
});
