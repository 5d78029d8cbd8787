/** What trying again won't mend: a job that throws it is given up at once. The cause says why. */
export class PermanentError extends Error {
  override readonly name = "PermanentError";
}
