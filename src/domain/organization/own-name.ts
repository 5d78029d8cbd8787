import { isOwnName, type Names } from "@/domain/users/password-policy";
import { Problem } from "@/lib/errors";
import { organizationName } from "./organization";

type Known = Omit<Names, "organization_name">;

/** Whether a password is made of the names of its person or of the organization that is set up here. */
export async function isOwnNameHere(password: string, names: Known): Promise<boolean> {
  return isOwnName(password, { ...names, organization_name: await organizationName() });
}

/** Part of the validation, though it takes the account to see it: nobody pays an attempt for it. */
export async function refuseOwnName({ newPassword, user }: { newPassword: string; user: Known }) {
  if (await isOwnNameHere(newPassword, user)) {
    const problem = { field: "new_password", code: "PASSWORD_TOO_COMMON" } as const;
    throw new Problem("VALIDATION_ERROR", { problems: [problem] });
  }
}
