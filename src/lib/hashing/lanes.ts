/**
 * Who waits, in lanes that have their turns one after the other: of a lane that sends many only that lane waits long.
 */
export class Lanes<Job extends { expectedMs: number }> {
  /** In the order of their turns. */
  readonly #lanes = new Map<string, Job[]>();

  add(lane: string, job: Job) {
    const jobs = this.#lanes.get(lane);
    if (jobs) jobs.push(job);
    else this.#lanes.set(lane, [job]);
  }

  next(): Job | undefined {
    const [first] = this.#lanes;
    if (first === undefined) return undefined;
    const [lane, jobs] = first;
    const job = jobs.shift();
    // To the end, for its next turn.
    this.#lanes.delete(lane);
    if (jobs.length > 0) this.#lanes.set(lane, jobs);
    return job;
  }

  remove(job: Job): boolean {
    for (const [lane, jobs] of this.#lanes) {
      const place = jobs.indexOf(job);
      if (place < 0) continue;
      jobs.splice(place, 1);
      if (jobs.length === 0) this.#lanes.delete(lane);
      return true;
    }
    return false;
  }

  countIn(lane: string): number {
    return this.#lanes.get(lane)?.length ?? 0;
  }

  get count(): number {
    return [...this.#lanes.values()].reduce((sum, jobs) => sum + jobs.length, 0);
  }

  get workMs(): number {
    return [...this.#lanes.values()].reduce((sum, jobs) => sum + workOf(jobs), 0);
  }

  /** The work that is done before a job that came to this lane now. */
  workAheadMs(lane: string): number {
    const turn = this.countIn(lane) + 1;
    return [...this.#lanes.values()].reduce((sum, jobs) => sum + workOf(jobs.slice(0, turn)), 0);
  }
}

function workOf(jobs: { expectedMs: number }[]) {
  return jobs.reduce((sum, { expectedMs }) => sum + expectedMs, 0);
}
