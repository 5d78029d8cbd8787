import { knownUserAnswer } from "@/domain/administration/answers";
import type { KnownUser } from "@/domain/administration/list-users";
import { exportFile } from "./file-export";

const COLUMNS = [
  "id",
  "email",
  "username",
  "full_name",
  "role",
  "is_active",
  "email_verified_at",
  "last_seen_at",
  "created_at",
  "deleted_at",
  "locale",
  "time_zone",
] as const;

/** Accounts as a CSV file. */
export function exportUsers(batches: AsyncGenerator<KnownUser[]>): Promise<Response> {
  const toJson = (user: KnownUser) => knownUserAnswer.parse(user);
  return exportFile(batches, { name: "accounts", columns: COLUMNS, toJson, format: "csv" });
}
