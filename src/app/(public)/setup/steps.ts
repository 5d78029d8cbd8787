export const STEPS = ["welcome", "administrator", "organization", "finish"] as const;

export type Step = (typeof STEPS)[number];

/** The index of the step named in the URL; the first one by default. */
export function stepIn(name: string | null | undefined): number {
  return Math.max(STEPS.indexOf(name as Step), 0);
}
