import fc from "fast-check";
import { decodeJwt, decodeProtectedHeader, SignJWT } from "jose";
import { expect, test } from "vitest";
import { deriveKey } from "@/lib/keys";
import { verifyAccessToken } from "./access-token";
import { createAccessToken } from "./create-access-token";

const LATER = new Date(Date.now() + 3_600_000);

test("an access token is what jose makes of its claims, to the byte, and is verified by it", async () => {
  const key = await deriveKey("access-token");
  const text = fc.string({ unit: "binary" });
  const subject = fc.record({
    sessionId: fc.uuid(),
    userId: fc.uuid(),
    providerId: text,
    email: text,
    role: text,
    authenticatedAt: fc.date({ min: new Date(0), max: new Date(), noInvalidDate: true }),
    sessionExpiresAt: fc.constant(LATER),
  });
  await fc.assert(
    fc.asyncProperty(subject, async (given) => {
      const { token } = await createAccessToken(given);
      const { alg, typ } = decodeProtectedHeader(token);
      const byJose = await new SignJWT(decodeJwt(token))
        .setProtectedHeader({ alg: String(alg), typ })
        .sign(key);
      expect(token).toBe(byJose);
      const { sessionId, userId } = given;
      expect(await verifyAccessToken(token)).toMatchObject({ sessionId, userId });
    }),
  );
});
