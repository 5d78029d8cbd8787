import { z } from "zod";
import { answerOf } from "@/db/answer";
import { tokensAnswer } from "@/domain/sessions/answers";
import { userAnswer } from "@/domain/users/answers";
import { providerColumns } from "./foundation";

const providerAnswer = answerOf(providerColumns, {}).meta({ id: "Provider" });

export const initializedAnswer = z
  .object({ user: userAnswer, provider: providerAnswer, ...tokensAnswer.shape })
  .meta({ id: "Initialized" });
