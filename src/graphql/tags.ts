import { tagAnswer } from "@/domain/tags/answers";
import { newTagSchema, tagChangeSchema } from "@/domain/tags/schema";
import { changeTag, createTag, deleteTag, listTags } from "@/domain/tags/tags";
import { COST } from "@/http/budget";
import { validate } from "@/http/validate";
import { builder } from "./builder";
import { costOfPage, readPlace, toConnection } from "./connection";
import { readId, withoutNulls } from "./input";
import { objectOf } from "./object";

export const TagType = objectOf(tagAnswer);

const TagConnection = builder.connectionObject({
  type: TagType,
  name: "TagConnection",
  edgesNullable: false,
});

const NewTagInput = builder.inputType("NewTag", {
  fields: (t) => ({ name: t.string({ required: true }), color: t.string() }),
});

const TagChangeInput = builder.inputType("TagChange", {
  fields: (t) => ({ name: t.string(), color: t.string() }),
});

builder.queryField("tags", (t) =>
  t.field({
    type: TagConnection,
    description: "My tags by name",
    args: { first: t.arg.int({ defaultValue: 20, required: true }), after: t.arg.string() },
    async resolve(_root, args, context) {
      const { user } = await context.requireCaller(costOfPage(args));
      const place = await readPlace(args);
      return toConnection(await listTags({ userId: user.id, ...place }), place);
    },
  }),
);

builder.mutationFields((t) => ({
  createTag: t.field({
    type: TagType,
    args: { input: t.arg({ type: NewTagInput, required: true }) },
    async resolve(_root, { input }, context) {
      const { user } = await context.requireCaller(COST.write);
      return createTag({ userId: user.id, tag: await validate(newTagSchema, withoutNulls(input)) });
    },
  }),
  updateTag: t.field({
    type: TagType,
    args: { id: t.arg.id({ required: true }), input: t.arg({ type: TagChangeInput, required: true }) },
    async resolve(_root, { id, input }, context) {
      const { user } = await context.requireCaller(COST.write);
      return changeTag({
        userId: user.id,
        tagId: readId(id),
        change: await validate(tagChangeSchema, input),
      });
    },
  }),
  deleteTag: t.id({
    description: "The tasks that had it stay. Answers the id.",
    args: { id: t.arg.id({ required: true }) },
    async resolve(_root, { id }, context) {
      const { user } = await context.requireCaller(COST.write);
      await deleteTag({ userId: user.id, tagId: readId(id) });
      return id;
    },
  }),
}));
