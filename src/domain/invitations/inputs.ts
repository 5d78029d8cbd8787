import { z } from "zod";
import { emailSchema } from "@/domain/users/schema";

export const newInvitationSchema = z
  .object({ email: emailSchema, role: z.enum(["user", "admin"]).optional() })
  .meta({ id: "NewInvitation" });
