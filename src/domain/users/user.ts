import type { SelectResultFields } from "drizzle-orm/query-builders/select.types";
import { users } from "@/db/tables";

/** What anybody ever gets to see of a user. The password's hash is not among it, so it can't leave. */
export const userColumns = {
  id: users.id,
  email: users.email,
  username: users.username,
  full_name: users.fullName,
  role: users.role,
  is_active: users.isActive,
  avatar_url: users.avatarUrl,
  provider_id: users.providerId,
  locale: users.locale,
  time_zone: users.timeZone,
  email_verified_at: users.emailVerifiedAt,
  created_at: users.createdAt,
  updated_at: users.updatedAt,
};

export type User = SelectResultFields<typeof userColumns>;
