import { answerOf } from "@/db/answer";
import { tagColumns } from "./tags";

export const tagAnswer = answerOf(tagColumns, {
  notes: { name: { examples: ["home"] }, color: { examples: ["#64748b"] } },
}).meta({ id: "Tag" });
