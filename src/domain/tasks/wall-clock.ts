import { offsetAt } from "@/lib/day";

// A wall-clock time stands here for the moment at which UTC shows the same: so what reckons with it needs to know of no
// zone, and what a zone costs is a few looks at its clock, whichever zone and year it is.

const DAY_MS = 86_400_000;
const SECOND_MS = 1_000;

export function wallClockAt(moment: number, timeZone: string): number {
  return moment + offsetAt(moment, timeZone);
}

type Shown = { wall: number; timeZone: string };

/** The moments at which the clocks show this, the first one first: mostly one, two where they go back, none where forward. */
export function momentsOf({ wall, timeZone }: Shown): number[] {
  const { before, after } = offsetsAround({ wall, timeZone });
  return [...new Set([before, after])]
    .map((offset) => wall - offset)
    .filter((moment) => wallClockAt(moment, timeZone) === wall)
    .sort((a, b) => a - b);
}

/** What the clocks show first after they have left out this time. */
export function endOfGap({ wall, timeZone }: Shown): number {
  const { after } = offsetsAround({ wall, timeZone });
  let [early, late] = [wall - 2 * DAY_MS, wall + 2 * DAY_MS];
  while (late - early > SECOND_MS) {
    const middle = Math.floor((early + late) / 2);
    if (wallClockAt(middle, timeZone) > wall) late = middle;
    else early = middle;
  }
  return Math.floor(late / SECOND_MS) * SECOND_MS + after;
}

/** The offsets a day before and a day after: no zone changes its clocks twice within that time. */
function offsetsAround({ wall, timeZone }: Shown) {
  return { before: offsetAt(wall - DAY_MS, timeZone), after: offsetAt(wall + DAY_MS, timeZone) };
}
