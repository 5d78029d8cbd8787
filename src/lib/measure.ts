import { processWide } from "./process-wide.mjs";

// What is counted goes this way, so that nothing of what counts is loaded where nobody asks for it.

export type Answered = { method: string; route: string; status: number; ms: number };

const measures = processWide("measures", (): { onAnswer?: (answer: Answered) => void } => ({}));

export function whenMeasured(listener: (answer: Answered) => void) {
  measures.onAnswer = listener;
}

export function measureAnswer(answer: Answered) {
  measures.onAnswer?.(answer);
}
