import { z } from "zod";
import { momentAnswer, pageAnswer } from "@/lib/answers";

export const identityProviderAnswer = z
  .object({
    id: z.string().meta({ examples: ["github"] }),
    name: z.string().meta({ examples: ["GitHub"] }),
    sign_in_path: z.string().meta({ examples: ["/api/auth/signin/github"] }),
  })
  .meta({ id: "IdentityProvider" });

export const providerPageAnswer = pageAnswer(identityProviderAnswer).meta({ id: "IdentityProviderPage" });

export const linkedIdentityAnswer = z
  .object({
    provider: z.string().meta({ examples: ["github"] }),
    name: z.string().meta({ examples: ["GitHub"] }),
    linked_at: momentAnswer,
  })
  .meta({ id: "LinkedIdentity" });

export const identityPageAnswer = pageAnswer(linkedIdentityAnswer).meta({ id: "LinkedIdentityPage" });
