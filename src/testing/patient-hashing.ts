import { Problem } from "@/lib/errors";
import { hashPassword as hashOnce, verifyPassword as verifyOnce } from "@/lib/hashing";

/** A busy machine refuses what it can't hash in time, and is asked again: for tests that are about what comes of it. */
export const hashPassword = (password: string) => patiently(() => hashOnce(password));
export const verifyPassword = (password: string, hash: string | null) =>
  patiently(() => verifyOnce(password, hash));

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "SERVICE_UNAVAILABLE") throw error;
    }
  }
}
