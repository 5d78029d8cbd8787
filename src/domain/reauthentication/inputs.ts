import { z } from "zod";
import { typedTextSchema } from "@/domain/users/schema";

export const reauthenticationSchema = z
  .object({ password: typedTextSchema.meta({ format: "password" }) })
  .meta({ id: "Reauthentication" });

export const reauthenticationFormSchema = z
  .object({ password: typedTextSchema, next: z.string().optional() })
  .transform(({ password }) => ({ password }))
  .meta({ id: "ReauthenticationForm" });

/** A path of this site, where the link leads to once it has proven. */
const destinationSchema = z.string().max(2_000).optional();

export const reauthenticationLinkSchema = z
  .object({ next: destinationSchema.meta({ description: "A path of this site, where the link leads to" }) })
  .meta({ id: "ReauthenticationLinkRequest" });

/** `next` is where the form's page goes on to; `destination` where the link does. */
export const reauthenticationLinkFormSchema = z
  .object({ next: z.string().optional(), destination: destinationSchema })
  .transform(({ destination }) => ({ next: destination }));
