import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase, database } from "@/db/pool";
import { deleteAccount } from "@/domain/profile/delete-account";
import { changePassword } from "@/domain/profile/password";
import { endOtherSessions, endSession, getSessionOwner, signOut } from "@/domain/sessions/sessions";
import { register } from "@/domain/sign-in/register";
import { signIn } from "@/domain/sign-in/sign-in";
import { resetSettings } from "@/lib/settings";
import { useCheapHashing } from "@/testing/cheap-hashing";
import { setUpOrganization } from "@/testing/factories";
import {
  addSession,
  ask,
  CAP,
  GRACE_SECONDS,
  isLive,
  isUsable,
  liveSessions,
  type Model,
  type ModelSession,
  type ModelUser,
  type Outcome,
  renew,
  replaceSession,
  revokeAll,
} from "@/testing/session-model";
import { readRefreshToken } from "./refresh-token";
import { renewSession } from "./renew-session";

// Random sequences of what people, thieves and clocks do, against the model. A longer search: session-machine.heavy.test.ts, or SEQUENCES=100000.
const SEQUENCES = Number(process.env.SEQUENCES) || 40;
const clientInfo = { address: "198.51.100.7", userAgent: null, traceId: "4b".repeat(16) };

/** How often each thing came of it: a search that never saw a replay has searched for nothing. */
const seen: Record<string, number> = {};

beforeAll(async () => {
  useCheapHashing();
  await closeDatabase();
  // One connection, so that what nobody waits for (last_used_at) is done before what comes next.
  resetSettings({
    DATABASE_POOL_MIN: "1",
    DATABASE_POOL_MAX: "1",
    MAX_SESSIONS_PER_USER: String(CAP),
    REFRESH_GRACE_SECONDS: String(GRACE_SECONDS),
  });
  await setUpOrganization();
});
afterAll(() => resetSettings());

type Run = (model: Model) => Promise<void>;

function command(
  name: string,
  run: Run,
  check: (model: Model) => boolean = () => true,
): fc.AsyncCommand<Model, object> {
  return {
    check,
    run: async (model) => {
      await run(model);
      await compare(model);
    },
    toString: () => name,
  };
}

async function outcomeOf(work: Promise<unknown>): Promise<Outcome> {
  return work.then(
    () => "ok" as const,
    (problem) => problem.code ?? problem,
  );
}

function expectOutcome(kind: string, actual: Outcome, expected: Outcome) {
  seen[`${kind} ${expected}`] = (seen[`${kind} ${expected}`] ?? 0) + 1;
  expect(actual, kind).toBe(expected);
}

/** After each step: what lives in the table lives in the model, and the other way round. */
async function compare(model: Model) {
  const live = await database()<{ id: string; generation: number }[]>`
    select id, generation from sessions
    where user_id = any(${model.users.map(({ id }) => id)}) and revoked_at is null and expires_at > now()
    order by id
  `;
  const expected = model.users
    .flatMap((user) => liveSessions(model, user))
    .map(({ id, generation }) => ({ id, generation }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(live.map((row) => ({ ...row }))).toEqual(expected);
}

/** Somebody, and one of their sessions, whatever its state. */
function pick(
  model: Model,
  who: number,
  which: number,
): { user: ModelUser; session: ModelSession | undefined } {
  const user = model.users[who % model.users.length]!;
  return { user, session: user.sessions[which % Math.max(user.sessions.length, 1)] };
}

function ownerOf(user: ModelUser, session: ModelSession) {
  return { user: { id: user.id, email: user.email, username: user.email } as never, sessionId: session.id };
}

const who = fc.nat({ max: 1 });
const which = fc.nat({ max: 5 });

const registers = fc.boolean().map((taken) =>
  command(
    taken ? "register with a taken email" : "register",
    async (model) => {
      const email = taken ? model.users[0]!.email : `${randomUUID()}@example.com`;
      const password = "the first password";
      const registration = { email, username: randomUUID(), password };
      if (taken) {
        const outcome = await outcomeOf(register(registration, clientInfo));
        return expectOutcome("register", outcome, "EMAIL_ALREADY_EXISTS");
      }
      const { user, tokens } = await register(registration, clientInfo);
      const parts = await readRefreshToken(tokens.refreshToken);
      const added = newUser({ id: user.id, email, password });
      model.users.push(added);
      added.actions.push("account.registered");
      addSession(model, added, { id: parts!.sessionId, token: tokens.refreshToken, days: 1 });
    },
    (model) => taken || model.users.length < 2,
  ),
);

const signsIn = fc.tuple(who, fc.boolean(), fc.integer({ min: 0, max: 3 })).map(([at, rememberMe, luck]) =>
  command(
    `sign in ${at}${rememberMe ? ", remembered" : ""}${luck === 0 ? ", wrongly" : ""}`,
    async (model) => {
      const { user } = pick(model, at, 0);
      const right = luck > 0 && isUsable(user);
      const password = luck > 0 ? user.password : "not this one";
      const signingIn = signIn({ identifier: user.email, password, rememberMe, clientInfo });
      expectOutcome("sign in", await outcomeOf(signingIn), right ? "ok" : "INVALID_CREDENTIALS");
      if (!right) return void user.actions.push("session.refused");
      const { refreshToken } = (await signingIn).tokens;
      const { sessionId } = (await readRefreshToken(refreshToken))!;
      addSession(model, user, { id: sessionId, token: refreshToken, days: rememberMe ? 30 : 1 });
    },
  ),
);

const LOST = { kept: 3, lost: 1 };
const renews = fc
  .tuple(
    who,
    which,
    fc.oneof(
      { weight: LOST.kept, arbitrary: fc.constant(false) },
      { weight: LOST.lost, arbitrary: fc.constant(true) },
    ),
  )
  .map(([at, n, lost]) =>
    command(`renew ${at}.${n}${lost ? ", and the answer is lost" : ""}`, async (model) => {
      const { user, session } = pick(model, at, n);
      if (session) await present(model, { user, session, generation: session.held, lost });
    }),
  );

const replays = fc.tuple(who, which, fc.nat({ max: 9 })).map(([at, n, generation]) =>
  command(`present ${at}.${n} #${generation} again`, async (model) => {
    const { user, session } = pick(model, at, n);
    if (session)
      await present(model, { user, session, generation: generation % session.tokens.length, lost: true });
  }),
);

async function present(
  model: Model,
  {
    user,
    session,
    generation,
    lost,
  }: { user: ModelUser; session: ModelSession; generation: number; lost: boolean },
) {
  const token = session.tokens[generation]!;
  const renewing = renewSession({ token, clientInfo });
  const outcome = await outcomeOf(renewing);
  const expected = renew(model, { user, session, generation });
  expectOutcome("renew", outcome, expected);
  if (expected !== "ok") return;
  const { refreshToken, expiresAt } = await renewing;
  const known = session.tokens[generation + 1];
  // One successor, however often it is asked for: never two live chains.
  if (known !== undefined) expect(refreshToken).toBe(known);
  session.tokens[generation + 1] = refreshToken;
  if (!lost) session.held = generation + 1;
  expect(Math.abs((expiresAt.getTime() - Date.now()) / 1000 - (session.expiresAt - model.now))).toBeLessThan(
    5,
  );
}

const asks = fc.tuple(who, which).map(([at, n]) =>
  command(`who is ${at}.${n}`, async (model) => {
    const { user, session } = pick(model, at, n);
    if (!session) return;
    const outcome = await outcomeOf(getSessionOwner(session.id));
    expectOutcome("ask", outcome, ask(model, { user, session }));
  }),
);

const signsOut = fc.tuple(who, which).map(([at, n]) =>
  command(`sign out ${at}.${n}`, async (model) => {
    const { user, session } = pick(model, at, n);
    if (!session) return;
    await signOut({ sessionId: session.id, clientInfo });
    if (!session.revoked) user.actions.push("session.ended");
    session.revoked = true;
  }),
);

const revokes = fc.tuple(who, who, which).map(([by, at, n]) =>
  command(`${by} revokes ${at}.${n}`, async (model) => {
    const { user, session } = pick(model, at, n);
    if (!session) return;
    const owner = pick(model, by, 0).user;
    const mine = owner === user && isLive(model, session);
    const outcome = await outcomeOf(endSession({ sessionId: session.id, userId: owner.id, clientInfo }));
    expectOutcome("revoke", outcome, mine ? "ok" : "NOT_FOUND");
    if (!mine) return;
    session.revoked = true;
    user.actions.push("session.revoked");
  }),
);

const revokesOthers = fc.tuple(who, which).map(([at, n]) =>
  command(`${at}.${n} revokes all others`, async (model) => {
    const { user, session } = pick(model, at, n);
    if (!session) return;
    const others = liveSessions(model, user).filter((other) => other !== session);
    const { revoked } = await endOtherSessions({ userId: user.id, currentId: session.id, clientInfo });
    expect(revoked).toBe(others.length);
    user.actions.push(...others.map(() => "session.revoked"));
    for (const other of others) other.revoked = true;
  }),
);

const changesPassword = fc.tuple(who, which, fc.boolean()).map(([at, n, right]) =>
  command(`${at}.${n} changes the password${right ? "" : ", wrongly"}`, async (model) => {
    const { user, session } = pick(model, at, n);
    if (!session || !isLive(model, session) || !isUsable(user)) return;
    const newPassword = `password ${randomUUID()}`;
    const currentPassword = right ? user.password : "not this one";
    const change = changePassword({
      owner: ownerOf(user, session),
      currentPassword,
      newPassword,
      clientInfo,
    });
    expectOutcome("change password", await outcomeOf(change), right ? "ok" : "WRONG_PASSWORD");
    if (!right) return void user.actions.push("reauthentication.refused");
    user.password = newPassword;
    user.actions.push("password.changed");
    const { refreshToken } = await change;
    const { sessionId } = (await readRefreshToken(refreshToken))!;
    revokeAll(user);
    replaceSession(model, { user, session, by: { id: sessionId, token: refreshToken } });
  }),
);

const disables = fc.tuple(who, fc.boolean()).map(([at, active]) =>
  command(`${active ? "enable" : "disable"} ${at}`, async (model) => {
    const { user } = pick(model, at, 0);
    await database()`update users set is_active = ${active} where id = ${user.id}`;
    user.active = active;
  }),
);

const deletes = fc.tuple(who, which).map(([at, n]) =>
  command(`${at}.${n} deletes the account`, async (model) => {
    const { user, session } = pick(model, at, n);
    if (!session || !isLive(model, session) || !isUsable(user)) return;
    await deleteAccount({ owner: ownerOf(user, session), password: user.password, clientInfo });
    expectOutcome("delete", "ok", "ok");
    user.deleted = true;
    user.actions.push("account.deleted");
    revokeAll(user);
  }),
);

// None of their sums comes close to a limit from below: the real clock goes on a little meanwhile.
const timePasses = fc.constantFrom(4, 4, 13, 77, 3_601, 90_001).map((seconds) =>
  command(`${seconds} s pass`, async (model) => {
    await database()`
      update sessions set created_at = created_at - make_interval(secs => ${seconds}),
        last_used_at = last_used_at - make_interval(secs => ${seconds}),
        rotated_at = rotated_at - make_interval(secs => ${seconds}),
        expires_at = expires_at - make_interval(secs => ${seconds})
      where user_id = any(${model.users.map(({ id }) => id)})
    `;
    model.now += seconds;
  }),
);

function newUser({ id, email, password }: Pick<ModelUser, "id" | "email" | "password">): ModelUser {
  return { id, email, password, active: true, deleted: false, sessions: [], actions: [] };
}

const commands = fc.commands(
  // Named more than once: what is worth doing more often.
  [
    registers,
    signsIn,
    signsIn,
    renews,
    renews,
    renews,
    replays,
    replays,
    asks,
    signsOut,
    revokes,
    revokesOthers,
    changesPassword,
    disables,
    deletes,
    timePasses,
    timePasses,
  ],
  { maxCommands: 24, size: "max" },
);

it(
  `does what the model says in ${SEQUENCES} random sequences`,
  async () => {
    await fc.assert(
      fc.asyncProperty(commands, async (sequence) => {
        const model: Model = { now: 0, order: 0, users: [] };
        const begin = async () => {
          const email = `${randomUUID()}@example.com`;
          const password = "the first password";
          const { user, tokens } = await register({ email, username: randomUUID(), password }, clientInfo);
          const first = newUser({ id: user.id, email, password });
          first.actions.push("account.registered");
          model.users.push(first);
          const { sessionId } = (await readRefreshToken(tokens.refreshToken))!;
          addSession(model, first, { id: sessionId, token: tokens.refreshToken, days: 1 });
          return { model, real: {} };
        };
        await fc.asyncModelRun(begin, sequence);
        const events = await database()<{ subject_id: string; action: string }[]>`
        select subject_id, action from audit_events
        where subject_id = any(${model.users.map(({ id }) => id)}) order by id
      `;
        for (const { id, actions } of model.users) {
          const written = events.filter(({ subject_id }) => subject_id === id).map(({ action }) => action);
          expect(written.sort()).toEqual(actions.sort());
        }
      }),
      { numRuns: SEQUENCES, endOnFailure: false },
    );
    // A short one may miss what is rare.
    if (SEQUENCES < 1_000) return;
    for (const what of [
      "register EMAIL_ALREADY_EXISTS",
      "sign in ok",
      "sign in INVALID_CREDENTIALS",
      "renew ok",
      "renew SESSION_REVOKED",
      "renew REFRESH_TOKEN_EXPIRED",
      "renew REFRESH_TOKEN_REUSED",
      "ask ok",
      "ask SESSION_REVOKED",
      "ask TOKEN_EXPIRED",
      "revoke ok",
      "revoke NOT_FOUND",
      "change password ok",
      "change password WRONG_PASSWORD",
      "delete ok",
    ]) {
      expect(seen[what] ?? 0, what).toBeGreaterThan(SEQUENCES / 100);
    }
  },
  60_000 + SEQUENCES * 300,
);
