import { selectList } from "@/db/columns-list";
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

export const userSelectList = selectList(userColumns, "u");

export type User = {
  id: string;
  email: string;
  username: string;
  full_name: string | null;
  role: "user" | "admin";
  is_active: boolean;
  avatar_url: string | null;
  provider_id: string;
  locale: string | null;
  time_zone: string;
  email_verified_at: Date | null;
  created_at: Date;
  updated_at: Date;
};
