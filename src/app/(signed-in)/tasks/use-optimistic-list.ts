import { type Dispatch, type SetStateAction, useRef, useState } from "react";

type Change<T> = (items: T[]) => T[];

/** What became of a request: its answer, or in words why there is none. `unknown`: it may have been carried out. */
export type Outcome<A> = { ok: true; answer: A } | { ok: false; reason: string; unknown: boolean };

type Write<T, A> = {
  /** The list as it will be, shown before the server has said so. */
  expected: Change<T>;
  send: () => Promise<Outcome<A>>;
  /** The list as the server's answer makes it. */
  settled: (answer: A) => Change<T>;
};

export type OptimisticList<T> = {
  items: T[];
  setConfirmed: Dispatch<SetStateAction<T[]>>;
  write: <A>(write: Write<T, A>) => Promise<Outcome<A>>;
};

/**
 * A list that is shown as it is going to be. What the server has said is kept apart from what is only expected of it, so
 * a write that fails simply isn't expected any more, whatever happened meanwhile. Writes are sent one after the other:
 * answers can't overtake each other.
 */
export function useOptimisticList<T>(initial: T[]): OptimisticList<T> {
  const [confirmed, setConfirmed] = useState(initial);
  const [expectations, setExpectations] = useState<Change<T>[]>([]);
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  async function write<A>({ expected, send, settled }: Write<T, A>): Promise<Outcome<A>> {
    setExpectations((all) => [...all, expected]);
    const turn = queue.current.then(send);
    queue.current = turn;
    const outcome = await turn;
    setExpectations((all) => all.filter((each) => each !== expected));
    if (outcome.ok) setConfirmed(settled(outcome.answer));
    return outcome;
  }

  return { items: expectations.reduce((items, change) => change(items), confirmed), setConfirmed, write };
}

type Answer<A> = { data?: A; error?: { detail?: string; trace_id?: string }; response: Response };

/** A call of the API's client, with what it refused told in its own words. */
export async function outcomeOf<A>(
  call: () => Promise<Answer<A>>,
  strings: { unreachable: string; reference: string },
): Promise<Outcome<A>> {
  try {
    const { data, error, response } = await call();
    if (response.ok) return { ok: true, answer: data as A };
    const unknown = response.status >= 500;
    const reference = unknown && error?.trace_id ? ` ${strings.reference} ${error.trace_id}` : "";
    return { ok: false, reason: `${error?.detail ?? strings.unreachable}${reference}`, unknown };
  } catch {
    return { ok: false, reason: strings.unreachable, unknown: true };
  }
}

export function put<T extends { id: number }>(item: T): Change<T> {
  return (items) =>
    items.some(({ id }) => id === item.id)
      ? items.map((each) => (each.id === item.id ? item : each))
      : [item, ...items];
}

export function without<T extends { id: number }>(gone: number): Change<T> {
  return (items) => items.filter(({ id }) => id !== gone);
}
