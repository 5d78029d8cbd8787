import { createHash, timingSafeEqual } from "node:crypto";
import { Problem } from "@/lib/errors";
import { bearerToken } from "./caller";

/** For machines that are told a secret by a setting. Where that is unset, there is no such address. */
export function requireServiceToken(headers: Headers, expected: string | undefined) {
  if (expected === undefined) throw new Problem("NOT_FOUND");
  const token = bearerToken(headers);
  if (token === null) throw new Problem("MISSING_TOKEN");
  if (!timingSafeEqual(digest(token), digest(expected))) throw new Problem("INVALID_TOKEN");
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
