import { answerOf } from "@/db/answer";
import { userColumns } from "./user";

export const userAnswer = answerOf(userColumns, {
  notes: { email: { format: "email" }, time_zone: { examples: ["Europe/Berlin"] } },
}).meta({ id: "User" });
