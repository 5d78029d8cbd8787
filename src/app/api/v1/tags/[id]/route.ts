import { z } from "zod";
import { tagAnswer } from "@/domain/tags/answers";
import { tagChangeSchema } from "@/domain/tags/schema";
import { changeTag, deleteTag } from "@/domain/tags/tags";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";
import { idSchema } from "@/lib/query";

const params = z.object({ id: idSchema });

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/tags/{id}", {
  PATCH: endpoint({
    summary: "Rename or recolour a tag",
    tag: "Tasks",
    params,
    body: tagChangeSchema,
    status: 200,
    answer: tagAnswer,
    problems: ["NOT_FOUND", "TAG_ALREADY_EXISTS"],
    handle: ({ caller, params: { id }, body }) =>
      changeTag({ userId: caller.user.id, tagId: id, change: body }),
  }),
  DELETE: endpoint({
    summary: "Delete a tag; the tasks that had it stay",
    tag: "Tasks",
    params,
    status: 204,
    problems: ["NOT_FOUND"],
    handle: ({ caller, params: { id } }) => deleteTag({ userId: caller.user.id, tagId: id }),
  }),
});
