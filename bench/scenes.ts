import { type Ask, type Load, load, send } from "./load";
import type { Asks, Person, Server } from "./servers/server";

export const CLIENTS = 8;
const PEOPLE = 50;
const SIGN_OUTS_EACH = 10;

/** One turn of one server in one scene. */
export type Turn = Load & { cpuMs: number | null };
export type Scene = {
  name: string;
  run: (server: Server, people: Person[], seconds: number) => Promise<Turn | null> | null;
};

export async function registerPeople(server: Server): Promise<Person[]> {
  const people: Person[] = [];
  for (let count = 0; count < PEOPLE; count++) {
    const { body, ...request } = server.asks.register();
    const answer = await send(server.url, { ...request, body });
    if (answer.status >= 300) throw new Error(`${server.name}: registration answered ${answer.status}.`);
    const { email, password } = body as Person;
    people.push({ email, password, ...server.proofOf(answer) });
  }
  return people;
}

/** Those who read and renew; the others sign in, so that nobody's session is ended by his eleventh sign-in. */
const readers = (people: Person[]) => people.slice(0, CLIENTS);

function signIns(asks: Asks, people: Person[]): Ask[] {
  const others = people.slice(CLIENTS);
  let turn = 0;
  const ask = () => asks.signIn(others[turn++ % others.length] as Person)();
  return Array(CLIENTS).fill(ask);
}

function forReaders(name: string, asked: (server: Server) => ((person: Person) => Ask) | undefined): Scene {
  return {
    name,
    run: (server, people, seconds) => {
      const ask = asked(server);
      return ask ? measured(server, readers(people).map(ask), { seconds }) : null;
    },
  };
}

function forVisitors(name: string, asked: (server: Server) => Ask | undefined): Scene {
  return {
    name,
    run: (server, _people, seconds) => {
      const ask = asked(server);
      return ask ? measured(server, Array(CLIENTS).fill(ask), { seconds }) : null;
    },
  };
}

const gzip = (ask?: Ask): Ask | undefined =>
  ask &&
  (() => {
    const request = ask();
    return { ...request, headers: { ...request.headers, "accept-encoding": "gzip" } };
  });

export const SCENES: Scene[] = [
  forReaders("/me", ({ asks }) => asks.me),
  forReaders("refresh", ({ asks }) => asks.refresh),
  {
    name: "sign-in",
    run: (server, people, seconds) => measured(server, signIns(server.asks, people), { seconds }),
  },
  forVisitors("registration", ({ asks }) => asks.register),
  { name: "sign-out", run: signOut },
  forVisitors("/login", ({ asks }) => asks.loginPage),
  forVisitors("/login, gzip", ({ asks }) => gzip(asks.loginPage)),
  forReaders("dashboard", ({ asks }) => asks.dashboard),
  forReaders("dashboard made anew", ({ asks }) => asks.dashboardAnew),
];

/** What only the product has. */
export const OURS: Scene[] = [
  forReaders("/tasks", ({ asks }) => asks.tasksPage),
  forReaders("list of tasks", ({ asks }) => asks.listTasks),
  forReaders("new task", ({ asks }) => asks.createTask),
  { name: "sign-in while two upload", run: besideUploads },
];

/** Four read while eight sign in; whose the CPU is can't be told. */
export async function mixed({ url, asks }: Server, people: Person[], seconds: number) {
  const signingIn = load(url, signIns(asks, people), { seconds });
  const reads = await load(url, readers(people).slice(0, 4).map(asks.me), { seconds });
  return { reads: { ...reads, cpuMs: null }, signIns: { ...(await signingIn), cpuMs: null } };
}

/** What it is against the sign-ins alone is what the pictures take from them. */
async function besideUploads({ url, asks }: Server, people: Person[], seconds: number): Promise<Turn | null> {
  if (!asks.upload) return null;
  const uploading = load(url, readers(people).slice(0, 2).map(asks.upload), { seconds });
  const signedIn = await load(url, signIns(asks, people), { seconds });
  await uploading;
  return { ...signedIn, cpuMs: null };
}

/** Of sessions that were begun for it, since each can be ended once. */
async function signOut(server: Server, people: Person[]): Promise<Turn> {
  const sessions: Person[][] = await Promise.all(
    people.slice(-CLIENTS).map(async (person) => {
      const begun: Person[] = [];
      for (let count = 0; count < SIGN_OUTS_EACH; count++) {
        const answer = await send(server.url, server.asks.signIn(person)());
        begun.push({ ...person, ...server.proofOf(answer) });
      }
      return begun;
    }),
  );
  const clients = sessions.map(
    (begun): Ask =>
      () =>
        server.asks.signOut(begun.pop() as Person)(),
  );
  return measured(server, clients, { each: SIGN_OUTS_EACH });
}

async function measured(
  server: Server,
  clients: Ask[],
  until: { seconds: number } | { each: number },
): Promise<Turn> {
  const before = await server.usage();
  const done = await load(server.url, clients, until);
  const after = await server.usage();
  return { ...done, cpuMs: (after.cpuMs - before.cpuMs) / done.count };
}
