import { z } from "zod";
import type { FieldProblem } from "@/lib/errors";
import { settings } from "@/lib/settings";
import { isCleanText } from "@/lib/text";
import { isCommonPassword } from "./common-passwords";
import { isGuessable } from "./guessable";
import { LIMITS } from "./schema";

/** Why a new password is refused: by length and by how easily it is guessed, never by composition (NIST 800-63B-4 §3.1.1.2). */
export async function judgePassword(password: string): Promise<Omit<FieldProblem, "field"> | null> {
  if (!isCleanText(password)) return { code: "VALIDATION_ERROR" };
  const length = [...password].length;
  const { PASSWORD_MIN_LENGTH: min } = settings();
  if (length < min) return { code: "PASSWORD_TOO_SHORT", params: { min } };
  if (length > LIMITS.password.max)
    return { code: "PASSWORD_TOO_LONG", params: { max: LIMITS.password.max } };
  const isCommon = isCommonPassword(password) || isGuessable(password, []);
  return isCommon ? { code: "PASSWORD_TOO_COMMON" } : null;
}

/** The codes by which a new password is refused. */
export const PASSWORD_FAULTS = ["PASSWORD_TOO_SHORT", "PASSWORD_TOO_LONG", "PASSWORD_TOO_COMMON"] as const;

export const newPasswordSchema = z
  .string()
  .check(async (context) => {
    const problem = await judgePassword(context.value);
    if (problem)
      context.issues.push({
        code: "custom",
        message: problem.code,
        params: problem.params,
        input: context.value,
      });
  })
  .meta({
    minLength: 8,
    maxLength: LIMITS.password.max,
    format: "password",
    description: "Any text that is not easy to guess; an installation may ask for more than 8 characters",
    examples: ["correct horse battery staple"],
  });

export type Names = {
  email: string;
  username?: string;
  full_name?: string | null;
  organization_name?: string | null;
};

/** The first thing a guesser tries is the person's own name, and that of whoever runs this. */
export function isOwnName(
  password: string,
  { email, username, full_name, organization_name }: Names,
): boolean {
  return isGuessable(password, [email, email.split("@")[0], username, full_name, organization_name]);
}
