import { z } from "zod";
import { LOCALES } from "@/lib/locale.mjs";
import { isCleanText, isName } from "@/lib/text";

// What may be typed where. The pages render the limits from here; nothing in this file touches the server.

export const LIMITS = {
  email: 255,
  localPart: 64,
  username: { min: 3, max: 50 },
  password: { max: 128 },
  fullName: 255,
} as const;

/** Sign-in judges passwords by the hash alone; this only keeps a novel from being hashed. */
const MOST_TYPED = 4096;

export const USERNAME_PATTERN = "[A-Za-z0-9_.\\-]{3,50}";

/** One person writes it in many ways and means one mailbox. */
export function canonicalEmail(typed: string): string {
  return typed.trim().normalize("NFKC").toLowerCase();
}

// Takes ASCII only, so what NFKC leaves of look-alikes and unseen characters is refused.
const addressForm = z.email();

export const emailSchema = z
  .string()
  .max(MOST_TYPED, "INVALID_EMAIL")
  .transform(canonicalEmail)
  .refine((email) => email.length <= LIMITS.email && addressForm.safeParse(email).success, "INVALID_EMAIL")
  // RFC 5321, 4.5.3.1.1: what is longer no mail reaches.
  .refine((email) => email.indexOf("@") <= LIMITS.localPart, "INVALID_EMAIL")
  .meta({ override: { format: "email", maxLength: LIMITS.email, examples: ["ada@example.com"] } });

export const usernameSchema = z
  .string()
  .regex(new RegExp(`^${USERNAME_PATTERN}$`), "INVALID_USERNAME")
  .meta({ description: "ASCII letters, digits and _ . - ; unique whatever the case", examples: ["ada"] });

/** The name someone types to sign in: an email or a username, each in its one form. */
export function canonicalIdentifier(typed: string): string {
  return canonicalEmail(typed);
}

export const typedTextSchema = z.string().max(MOST_TYPED).refine(isCleanText, "VALIDATION_ERROR");

/** A line of text about oneself; an empty one is none. */
export const fullNameSchema = z
  .string()
  .transform((name) => name.trim())
  .refine((name) => isName(name) && [...name].length <= LIMITS.fullName, "VALIDATION_ERROR")
  .transform((name) => name || null)
  .meta({
    override: {
      maxLength: LIMITS.fullName,
      description: "An empty one is none",
      examples: ["Ada Lovelace"],
    },
  })
  .nullable();

export const timeZoneSchema = z
  .string()
  .max(64)
  .refine(isTimeZone, "VALIDATION_ERROR")
  .meta({ description: "IANA name", examples: ["Europe/Berlin"] });

function isTimeZone(name: string): boolean {
  // Offsets such as +03:00 are known to Intl too, but not to Postgres under the same sign.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export const localeSchema = z.enum(LOCALES);
