import { pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { moment } from "./columns";

/**
 * Use-once proofs sent by mail, in the shape that @auth/drizzle-adapter asks for. `identifier` is purpose:user:address,
 * `token` the SHA-256 of what is in the link.
 */
export const verificationTokens = pgTable(
  "verification_tokens",
  {
    identifier: text("identifier").notNull(),
    token: text("token").notNull(),
    expires: moment("expires").notNull(),
  },
  (t) => [
    primaryKey({ name: "verification_tokens_pkey", columns: [t.identifier, t.token] }),
    uniqueIndex("ix_verification_tokens_token").on(t.token),
  ],
);
