import { describe, expect, it } from "vitest";
import { createUser, startSession } from "@/testing/factories";
import { listLiveSessions } from "./sessions";
import { findPreviousSignIn } from "./sign-in-history";

const HOUR_MS = 3_600_000;

function hoursAgo(hours: number) {
  return new Date(Date.now() - hours * HOUR_MS);
}

describe("the previous sign-in", () => {
  it("is the latest one before this, ended or not, and nobody else's", async () => {
    const user = await createUser();
    await startSession(await createUser(), { createdAt: hoursAgo(1) });
    await startSession(user, { createdAt: hoursAgo(5), deviceInfo: "Firefox on Windows" });
    await startSession(user, {
      createdAt: hoursAgo(2),
      revokedAt: hoursAgo(1),
      deviceInfo: "Safari on iOS",
      ipAddress: "192.0.2.7",
    });
    const current = await startSession(user, { createdAt: hoursAgo(0.5) });
    await startSession(user, { createdAt: hoursAgo(0), deviceInfo: "Chrome on Android" });
    expect(await findPreviousSignIn({ userId: user.id, currentId: current.id })).toEqual({
      created_at: expect.any(Date),
      device_info: "Safari on iOS",
      ip_address: "192.0.2.7",
    });
  });

  it("is none at the first one", async () => {
    const user = await createUser();
    const { id } = await startSession(user);
    expect(await findPreviousSignIn({ userId: user.id, currentId: id })).toBeNull();
  });
});

it("lists the sessions that still live, and no others", async () => {
  const user = await createUser();
  const { id } = await startSession(user);
  await startSession(user);
  await startSession(user, { revokedAt: hoursAgo(1) });
  await startSession(user, { expiresAt: hoursAgo(1) });
  expect(await listLiveSessions({ userId: user.id, currentId: id })).toHaveLength(2);
});
