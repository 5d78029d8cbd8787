import { z } from "zod";
import { tokensAnswer } from "@/domain/sessions/answers";
import { userAnswer } from "@/domain/users/answers";

export const signedInAnswer = z.object({ user: userAnswer, ...tokensAnswer.shape }).meta({ id: "SignedIn" });
