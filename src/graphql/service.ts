import type { User } from "@/domain/users/user";
import { VERSION } from "@/lib/version";
import { builder } from "./builder";

const UserType = builder.objectRef<User>("User").implement({
  fields: (t) => ({
    id: t.exposeID("id"),
    email: t.exposeString("email"),
    username: t.exposeString("username"),
    fullName: t.exposeString("full_name", { nullable: true }),
    role: t.exposeString("role"),
    isActive: t.exposeBoolean("is_active"),
    avatarUrl: t.exposeString("avatar_url", { nullable: true }),
    providerId: t.exposeID("provider_id"),
    locale: t.exposeString("locale", { nullable: true }),
    timeZone: t.exposeString("time_zone"),
    emailVerifiedAt: t.expose("email_verified_at", { type: "DateTime", nullable: true }),
    createdAt: t.expose("created_at", { type: "DateTime" }),
    updatedAt: t.expose("updated_at", { type: "DateTime" }),
  }),
});

builder.queryFields((t) => ({
  health: t.string({ description: "Open to everybody: ok", resolve: () => "ok" }),
  version: t.string({ description: "Open to everybody", resolve: () => VERSION }),
  me: t.field({
    type: UserType,
    resolve: async (_root, _args, context) => (await context.requireCaller()).user,
  }),
}));
