export const STEPS = ["welcome", "administrator", "organization", "finish"] as const;

export type Step = (typeof STEPS)[number];

/** The step that an address asks for, as a place in their order; the first one where it asks for none. */
export function stepIn(name: string | null | undefined): number {
  return Math.max(STEPS.indexOf(name as Step), 0);
}
