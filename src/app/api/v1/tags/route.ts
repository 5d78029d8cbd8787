import { newTagSchema } from "@/domain/tags/schema";
import { createTag, listTags } from "@/domain/tags/tags";
import { pageAnswer, pageQuery, tagAnswer } from "@/http/answers";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route("/api/v1/tags", {
  GET: endpoint({
    summary: "My tags by name",
    tag: "Tasks",
    query: pageQuery,
    status: 200,
    answer: pageAnswer(tagAnswer),
    handle: ({ caller, query }) => listTags({ userId: caller.user.id, ...query }),
  }),
  POST: endpoint({
    summary: "Make a tag",
    tag: "Tasks",
    body: newTagSchema,
    status: 201,
    answer: tagAnswer,
    problems: ["TAG_ALREADY_EXISTS"],
    handle: ({ caller, body }) => createTag({ userId: caller.user.id, tag: body }),
  }),
});
