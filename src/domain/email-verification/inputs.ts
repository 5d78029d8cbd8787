import { z } from "zod";

export const resendSchema = z.object({}).meta({ id: "EmailVerificationRequest" });

export const resendFormSchema = z.object({ next: z.string().optional() }).transform(() => ({}));
