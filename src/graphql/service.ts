import { userAnswer } from "@/domain/users/answers";
import { VERSION } from "@/lib/version";
import { builder } from "./builder";
import { objectOf } from "./object";

const UserType = objectOf(userAnswer);

builder.queryFields((t) => ({
  health: t.string({ description: "Open to everybody: ok", resolve: () => "ok" }),
  version: t.string({ description: "Open to everybody", resolve: () => VERSION }),
  me: t.field({
    type: UserType,
    resolve: async (_root, _args, context) => (await context.requireCaller()).user,
  }),
}));
