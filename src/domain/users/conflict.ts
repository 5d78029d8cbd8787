import { type ErrorCode, Problem } from "@/lib/errors";

const UNIQUE_VIOLATION = "23505";

const BY_INDEX: Record<string, { code: ErrorCode; field: string }> = {
  ix_users_email: { code: "EMAIL_ALREADY_EXISTS", field: "email" },
  ix_users_username: { code: "USERNAME_ALREADY_EXISTS", field: "username" },
  ix_tags_user_id_name: { code: "TAG_ALREADY_EXISTS", field: "name" },
};

/** The index has the last word on what is taken: of twenty who ask for one name at once, one gets it. */
export function asConflict(error: unknown): unknown {
  const conflict = BY_INDEX[violatedIndex(error) ?? ""];
  return conflict ? new Problem(conflict.code, { field: conflict.field }) : error;
}

/** The unique index that a write ran into; null where it failed of something else. */
export function violatedIndex(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code, constraint_name: index } = cause as { code?: string; constraint_name?: string };
    if (code === UNIQUE_VIOLATION) return index ?? null;
  }
  return null;
}
