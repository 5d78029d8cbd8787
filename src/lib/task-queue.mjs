/** Of Temporal: where jobs are put for workers, and where doctor looks whether any worker waits. */
export const TASK_QUEUE = "gatehouse";
