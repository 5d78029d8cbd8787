import { build } from "../../scripts/launch/ground/build.mjs";
import { type Ask, type Load, load } from "./load";
import {
  newPerson,
  type Person,
  register,
  type Server,
  startFloor,
  startProduct,
  stop,
  type Tokens,
} from "./servers";

// npm run bench:accounts: the product beside the least that could be called an accounts API (floor/), turn by turn in one run, so
// that a busy machine is busy for both. What counts are the ratios: of the middle one of the rounds each.

const ROUNDS = Number(process.env.ROUNDS ?? 7);
const SECONDS = Number(process.env.SECONDS ?? 4);
const CLIENTS = 8;

type Scene = { name: string; run: (server: Server, people: Person[]) => Promise<Load> };

const me =
  ({ access_token: token }: Person): Ask =>
  () => ({ path: "/me", token });

function refresh(person: Person): Ask {
  return () => ({
    path: "/refresh",
    body: { refresh_token: person.refresh_token },
    take: (tokens) => Object.assign(person, tokens as Tokens),
  });
}

/** Everybody in turn but those who read, whose sessions the eleventh sign-in would end. */
function signIn(people: Person[]): Ask {
  const others = people.slice(CLIENTS);
  let turn = 0;
  return () => {
    const { email, password } = others[turn++ % others.length] as Person;
    return { path: "/login", body: { email, password } };
  };
}

const signUp: Ask = () => ({ path: "/register", body: newPerson() });

const allOfThem = (ask: Ask): Ask[] => Array(CLIENTS).fill(ask);

async function mixed({ api }: Server, people: Person[]) {
  const signIns = load(api, allOfThem(signIn(people)), SECONDS);
  const reads = await load(api, people.slice(0, 4).map(me), SECONDS);
  return { reads, signIns: await signIns };
}

const SCENES: Scene[] = [
  {
    name: "/me",
    run: ({ api }, people) => load(api, people.slice(0, CLIENTS).map(me), SECONDS),
  },
  {
    name: "refresh",
    run: ({ api }, people) => load(api, people.slice(0, CLIENTS).map(refresh), SECONDS),
  },
  {
    name: "sign-in",
    run: ({ api }, people) => load(api, allOfThem(signIn(people)), SECONDS),
  },
  {
    name: "registration",
    run: ({ api }) => load(api, allOfThem(signUp), SECONDS),
  },
];

await build();
// The floor first: it is built, which may fail.
const floor = await startFloor();
const product = await startProduct();
try {
  const people = new Map<Server, Person[]>();
  for (const server of [product, floor]) {
    const registered: Person[] = [];
    for (let count = 0; count < 50; count++) registered.push(await register(server));
    people.set(server, registered);
    await load(server.api, registered.slice(0, CLIENTS).map(me), SECONDS);
  }
  const of = (server: Server) => people.get(server) ?? [];

  console.log(
    `${ROUNDS} rounds of ${SECONDS} s each, ${CLIENTS} clients; stats of the middle round, ratios turn by turn\n`,
  );
  console.log("| | Gatehouse | floor | ratio |\n|---|---|---|---|");
  for (const scene of SCENES) {
    const rounds = await takeTurns((server) => scene.run(server, of(server)));
    report(`${scene.name}, a second`, rounds, (stats) => stats.perSecond);
    if (scene.name === "/me") report("/me, p95 ms", rounds, ({ p95 }) => p95);
    if (scene.name === "sign-in") report("sign-in, p95 ms", rounds, ({ p95 }) => p95);
    const refused = rounds.flatMap((round) => round.map((stats) => stats.refused)).reduce((a, b) => a + b, 0);
    if (refused > 0) console.log(`| ${scene.name}: refused | ${refused} | | |`);
  }
  const rounds = await takeTurns((server) => mixed(server, of(server)));
  report("/me while eight sign in, p50 ms", rounds, ({ reads }) => reads.p50);
  report("/me while eight sign in, p99 ms", rounds, ({ reads }) => reads.p99);
  report("sign-ins in that mix, a second", rounds, ({ signIns }) => signIns.perSecond);
} finally {
  await Promise.all([product, floor].map(stop));
}

/** The one that begins changes with every round. */
async function takeTurns<T>(run: (server: Server) => Promise<T>): Promise<[T, T][]> {
  const rounds: [T, T][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const ofFirst = await run(round % 2 === 0 ? product : floor);
    const ofSecond = await run(round % 2 === 0 ? floor : product);
    rounds.push(round % 2 === 0 ? [ofFirst, ofSecond] : [ofSecond, ofFirst]);
  }
  return rounds;
}

function report<T>(what: string, rounds: [T, T][], figure: (of: T) => number) {
  const ours = middle(rounds.map(([product]) => figure(product)));
  const theirs = middle(rounds.map(([, floor]) => figure(floor)));
  const ratio = middle(rounds.map(([product, floor]) => figure(product) / figure(floor)));
  const shown = (value: number) => value.toFixed(value < 100 ? 1 : 0);
  console.log(`| ${what} | ${shown(ours)} | ${shown(theirs)} | ${ratio.toFixed(2)} |`);
}

function middle(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
