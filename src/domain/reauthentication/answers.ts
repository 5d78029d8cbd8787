import { z } from "zod";
import { identityProviderAnswer } from "@/domain/identities/answers";

export const reauthenticationWaysAnswer = z
  .object({
    password: z.boolean(),
    providers: z.array(identityProviderAnswer),
    link: z.boolean().meta({ description: "Whether a link may be mailed: to who has none of the others" }),
  })
  .meta({ id: "ReauthenticationWays" });
