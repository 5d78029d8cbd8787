import { z } from "zod";
import { emailSchema } from "@/domain/users/schema";

/** A path of ours, for after the sign-in. What else may stand there is judged where it is gone to. */
const nextSchema = z.string().max(2_000).optional();

export const signInLinkSchema = z
  .object({
    email: emailSchema,
    remember_me: z.boolean().optional().meta({
      description:
        "A longer session: 30 days instead of 24 hours, unless the server or the organization says otherwise",
    }),
    next: nextSchema.meta({ description: "A path of this site, where the link's page leads to" }),
  })
  .meta({ id: "SignInLinkRequest" });

/** `next` is where the form's page goes on to; `destination` where the link does. */
export const signInLinkFormSchema = z
  .object({
    email: emailSchema,
    remember_me: z.enum(["on", ""]).optional(),
    next: z.string().optional(),
    destination: nextSchema,
  })
  .transform(({ email, remember_me, destination }) => ({
    email,
    remember_me: remember_me === "on",
    next: destination,
  }));
