import { expect, test } from "vitest";
import { serveApi } from "@/testing/api-server";
import { cookieHeader, cookiesOf, inBrowser, signedIn } from "@/testing/callers";
import { countLiveSessions } from "@/testing/factories";

const api = serveApi();

const PATH = "/api/v1/auth/refresh?next=%2Fsettings%3Ftab%3D2";

function tokensOf(response: Response) {
  const cookies = cookiesOf(response);
  return {
    accessToken: cookies["gatehouse.access"]?.[0]?.value,
    refreshToken: cookies["gatehouse.refresh"]?.[0]?.value,
  };
}

test("a browser with a refresh cookie is sent on to its page with a renewed session", async () => {
  const { session } = await signedIn(api);
  const answer = await inBrowser(api, { refreshToken: session.refreshToken })(PATH);
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toBe("/settings?tab=2");
  const me = await inBrowser(api, tokensOf(answer))("/api/v1/auth/me");
  expect(me.status).toBe(200);
});

test("tabs that were sent to renew and find it done rotate nothing, so a third one's token is no replay", async () => {
  const { user, session } = await signedIn(api);
  const first = inBrowser(api, { refreshToken: session.refreshToken });
  const renewed = tokensOf(await first(PATH));
  const late = await inBrowser(api, renewed)(PATH);
  expect(late.headers.get("location")).toBe("/settings?tab=2");
  expect(tokensOf(late)).toEqual({});
  const slow = await first(PATH);
  expect(slow.headers.get("location")).toBe("/settings?tab=2");
  expect(tokensOf(slow).refreshToken).toBe(renewed.refreshToken);
  expect(await countLiveSessions(user.id)).toBe(1);
});

test("without a session, and with one that has ended, it leads to sign in, and both cookies are cleared", async () => {
  const { session } = await signedIn(api, { session: { revokedAt: new Date() } });
  for (const tokens of [{}, { refreshToken: "garbage" }, session]) {
    const answer = await inBrowser(api, tokens)(PATH);
    expect(answer.headers.get("location")).toBe("/login?next=%2Fsettings%3Ftab%3D2");
    expect(tokensOf(answer)).toEqual({ accessToken: "", refreshToken: "" });
  }
  const home = await api.fetch("/api/v1/auth/refresh?next=%2F");
  expect(home.headers.get("location")).toBe("/login");
});

test("what Next's router adds to the address is none of the page's business", async () => {
  const { session } = await signedIn(api);
  const answer = await inBrowser(
    api,
    session,
  )("/api/v1/auth/refresh?next=%2Ftasks%3F_rsc%3Dab1%26q%3D2&_rsc=ab1");
  expect(answer.headers.get("location")).toBe("/tasks?q=2");
});

test("a page that sends its reader back for ever is given up after the fifth time", async () => {
  const { session } = await signedIn(api);
  let cookie = cookieHeader(session);
  const locations: (string | null)[] = [];
  for (let time = 1; time <= 6; time++) {
    const answer = await api.fetch(PATH, { headers: { cookie } });
    locations.push(answer.headers.get("location"));
    const marker = cookiesOf(answer)["gatehouse.renewals"]?.[0]?.value;
    cookie = `${cookieHeader(session)}; gatehouse.renewals=${marker}`;
  }
  expect(locations).toEqual([...Array(5).fill("/settings?tab=2"), "/login?next=%2Fsettings%3Ftab%3D2"]);
});
