// What sessions should do, in as few words as possible: plain objects, a clock of its own, no database. The machine is
// held to it by random sequences (domain/sessions/session-machine.test.ts).

export const GRACE_SECONDS = 10;
export const CAP = 3;
const DAY_SECONDS = 86_400;
const TOUCH_SECONDS = 60;

export type ModelSession = {
  id: string;
  generation: number;
  rotatedAt: number;
  expiresAt: number;
  /** The second of the last use, and the order of uses within it. */
  usedAt: number;
  order: number;
  revoked: boolean;
  /** All its tokens that anybody has seen, by generation. */
  tokens: string[];
  /** The generation that its owner holds, who may have missed an answer. */
  held: number;
};

export type ModelUser = {
  id: string;
  email: string;
  password: string;
  active: boolean;
  deleted: boolean;
  sessions: ModelSession[];
  actions: string[];
};

export type Model = { now: number; order: number; users: ModelUser[] };

export type Outcome =
  | "ok"
  | "SESSION_REVOKED"
  | "TOKEN_EXPIRED"
  | "REFRESH_TOKEN_EXPIRED"
  | "REFRESH_TOKEN_REUSED"
  | "INVALID_CREDENTIALS"
  | "WRONG_PASSWORD"
  | "NOT_FOUND"
  | "EMAIL_ALREADY_EXISTS";

export function isUsable(user: ModelUser) {
  return user.active && !user.deleted;
}

export function isLive(model: Model, session: ModelSession) {
  return !session.revoked && session.expiresAt > model.now;
}

export function liveSessions(model: Model, user: ModelUser) {
  return user.sessions.filter((session) => isLive(model, session));
}

export function addSession(
  model: Model,
  user: ModelUser,
  started: { id: string; token: string; days: number },
) {
  const over_limit = liveSessions(model, user)
    .toSorted((a, b) => b.usedAt - a.usedAt || b.order - a.order)
    .slice(CAP - 1);
  user.actions.push("session.started", ...over_limit.map(() => "session.revoked"));
  for (const session of over_limit) session.revoked = true;
  user.sessions.push({
    id: started.id,
    generation: 0,
    rotatedAt: Number.NEGATIVE_INFINITY,
    expiresAt: model.now + started.days * DAY_SECONDS,
    usedAt: model.now,
    order: model.order++,
    revoked: false,
    tokens: [started.token],
    held: 0,
  });
}

type Replacing = { user: ModelUser; session: ModelSession; by: { id: string; token: string } };

/** Another session in place of this one, for the rest of its time. */
export function replaceSession(model: Model, { user, session, by }: Replacing) {
  user.sessions.push({
    ...session,
    id: by.id,
    generation: 0,
    rotatedAt: Number.NEGATIVE_INFINITY,
    usedAt: model.now,
    order: model.order++,
    revoked: false,
    tokens: [by.token],
    held: 0,
  });
}

type Presented = { user: ModelUser; session: ModelSession; generation: number };

/** What becomes of a genuine token, in the order in which it is judged. */
export function renew(model: Model, { user, session, generation }: Presented): Outcome {
  if (session.revoked || !isUsable(user)) return "SESSION_REVOKED";
  if (session.expiresAt <= model.now) return "REFRESH_TOKEN_EXPIRED";
  if (generation >= session.generation) {
    session.generation = generation + 1;
    session.rotatedAt = model.now;
    use(model, session);
    return "ok";
  }
  const inGrace = session.generation === generation + 1 && model.now - session.rotatedAt < GRACE_SECONDS;
  if (inGrace) return "ok";
  session.revoked = true;
  user.actions.push("session.replayed");
  return "REFRESH_TOKEN_REUSED";
}

export function ask(model: Model, { user, session }: Omit<Presented, "generation">): Outcome {
  if (session.revoked || !isUsable(user)) return "SESSION_REVOKED";
  if (session.expiresAt <= model.now) return "TOKEN_EXPIRED";
  if (model.now - session.usedAt >= TOUCH_SECONDS) use(model, session);
  return "ok";
}

export function revokeAll(user: ModelUser, except?: ModelSession) {
  for (const session of user.sessions) if (session !== except) session.revoked = true;
}

function use(model: Model, session: ModelSession) {
  session.usedAt = model.now;
  session.order = model.order++;
}
