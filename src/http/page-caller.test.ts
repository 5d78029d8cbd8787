import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { database } from "@/db/pool";
import { createAccessToken } from "@/domain/sessions/create-access-token";
import { resetSettings } from "@/lib/settings";
import { createUser, startSession } from "@/testing/factories";
import { accessSecondsLeft } from "./caller";
import { currentUser, requireAdmin, requireUser } from "./page-caller";

// Next hands a page its headers; here the test does. What is asked of them is real.
const page = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => page.headers }));
afterAll(() => vi.doUnmock("next/headers"));

beforeEach(() => resetSettings());

async function clientInfo(tokens: { access?: string; refresh?: string }, path = "/settings?tab=2") {
  const cookies = Object.entries(tokens).map(([name, value]) => `gatehouse.${name}=${value}`);
  page.headers = new Headers({ cookie: cookies.join("; "), "x-gatehouse-path": path });
}

async function signedIn(role: "user" | "admin" = "user") {
  const user = await createUser({ role });
  const session = await startSession(user);
  return { user, session };
}

async function problemOf(gate: () => Promise<unknown>): Promise<string> {
  return gate().then(
    () => "let in",
    (error: { digest?: string }) => error.digest ?? "failed",
  );
}

describe("the gate of a page", () => {
  test("lets in who has a live session, and says who it is", async () => {
    const { user, session } = await signedIn();
    await clientInfo({ access: session.accessToken });
    expect((await requireUser()).user).toMatchObject({ id: user.id, email: user.email });
    expect(accessSecondsLeft(page.headers)).toBeGreaterThan(890);
  });

  test("sends a visitor to sign in and back, and home without a detour", async () => {
    await clientInfo({});
    expect(await currentUser()).toBeNull();
    expect(accessSecondsLeft(page.headers)).toBe(0);
    expect(await problemOf(requireUser)).toContain(";/login?next=%2Fsettings%3Ftab%3D2;");
    await clientInfo({}, "/");
    expect(await problemOf(requireUser)).toContain(";/login;");
    await clientInfo({}, "//evil.example");
    expect(await problemOf(requireUser)).toContain(";/login;");
  });

  test("sends who may still have a session, or holds one that has ended, by way of the renewal", async () => {
    const { session } = await signedIn();
    await clientInfo({ refresh: session.refreshToken });
    expect(await problemOf(requireUser)).toContain(";/api/v1/auth/refresh?next=%2Fsettings%3Ftab%3D2;");
    await database()`update sessions set revoked_at = now() where id = ${session.id}`;
    await clientInfo({ access: session.accessToken });
    expect(await problemOf(requireUser)).toContain(";/api/v1/auth/refresh?next=");
  });

  test("takes no token whose session was never there", async () => {
    const { user } = await signedIn();
    const { token } = await createAccessToken({
      sessionId: crypto.randomUUID(),
      userId: user.id,
      providerId: user.provider_id,
      email: user.email,
      role: "admin",
      authenticatedAt: new Date(),
      sessionExpiresAt: new Date(Date.now() + 60_000),
    });
    await clientInfo({ access: token });
    expect(await currentUser()).toBeNull();
  });
});

describe("the gate of the administration", () => {
  test("lets administrators in, and shows everybody else that nothing is there", async () => {
    const admin = await signedIn("admin");
    await clientInfo({ access: admin.session.accessToken });
    expect((await requireAdmin()).user.role).toBe("admin");
    const { session } = await signedIn();
    await clientInfo({ access: session.accessToken });
    expect(await problemOf(requireAdmin)).toContain("404");
  });

  test("goes by the row's role, not by the token's", async () => {
    const { user, session } = await signedIn("admin");
    await database()`update users set role = 'user' where id = ${user.id}`;
    await clientInfo({ access: session.accessToken });
    expect(await problemOf(requireAdmin)).toContain("404");
  });
});
