import { tagAnswer } from "@/domain/tags/answers";
import { newTagSchema } from "@/domain/tags/schema";
import { createTag, listTags } from "@/domain/tags/tags";
import { endpoint } from "@/http/endpoint";
import { route } from "@/http/route";
import { pageAnswer } from "@/lib/answers";
import { pageQuery } from "@/lib/query";

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
    problems: ["TAG_ALREADY_EXISTS", "QUOTA_EXCEEDED"],
    handle: ({ caller, body }) => createTag({ userId: caller.user.id, tag: body }),
  }),
});
