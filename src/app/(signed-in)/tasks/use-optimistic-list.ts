import { type Dispatch, type SetStateAction, useRef, useState } from "react";
import type { Outcome } from "./use-ask";

type Change<T> = (items: T[]) => T[];

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

export function put<T extends { id: number }>(item: T): Change<T> {
  return (items) =>
    items.some(({ id }) => id === item.id)
      ? items.map((each) => (each.id === item.id ? item : each))
      : [item, ...items];
}

export function without<T extends { id: number }>(gone: number): Change<T> {
  return (items) => items.filter(({ id }) => id !== gone);
}
