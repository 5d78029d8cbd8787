import { z } from "zod";
import { PROOF_TOKEN_FORM } from "./proof-token";

/** Out of the link of a mail. What can't be one is as good as one that was used. */
export const proofTokenSchema = z
  .string()
  .regex(PROOF_TOKEN_FORM, "INVALID_PROOF")
  .meta({ description: "Out of the link that was mailed" });

export const confirmationSchema = z.object({ token: proofTokenSchema }).meta({ id: "Confirmation" });

export const confirmationFormSchema = z.object({ token: proofTokenSchema, next: z.string().optional() });
