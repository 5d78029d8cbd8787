/** A step that can't go on, described for the person who has to act on it. */
export class LaunchError extends Error {
  /**
   * @param {string} message what went wrong
   * @param {{ todo?: string[], output?: string, cause?: unknown }} [more] what to do, and the last output of the tool that failed
   */
  constructor(message, { todo = [], output = "", cause } = {}) {
    super(message, { cause });
    this.name = "LaunchError";
    this.todo = todo;
    this.output = output;
  }
}

/**
 * Problems that can come up in any step, such as a full disk, in the same words everywhere.
 *
 * @param {unknown} error
 * @returns {LaunchError}
 */
export function asLaunchError(error) {
  if (error instanceof LaunchError) return isNoSpace(error.output) ? noSpace(error.output) : error;
  const { code, path, message } = /** @type {NodeJS.ErrnoException} */ (
    error instanceof Error ? error : new Error(String(error))
  );
  if (code === "ENOSPC") return noSpace(path);
  if (code === "EACCES" || code === "EPERM") {
    return new LaunchError(`No permission: ${path ?? message}`, {
      todo: [
        "Start it as the user whom this folder belongs to (started as root once?), or hand the folder over:",
        '  sudo chown -R "$(id -un)" .',
      ],
      cause: error,
    });
  }
  if (code === "EROFS") {
    return new LaunchError(`This folder can't be written to: ${path ?? message}`, {
      todo: [
        "Put the project on a disk that can be written to, or name another folder for the data:",
        "  GATEHOUSE_DATA_DIR=/somewhere/else npm start",
      ],
    });
  }
  return new LaunchError(message, {
    cause: error,
    output: error instanceof Error ? (error.stack ?? "") : "",
  });
}

/** @param {string} text */
function isNoSpace(text) {
  return /no space left on device|ENOSPC|not enough space on the disk|disk quota exceeded/i.test(text);
}

/** @param {string} [detail] */
function noSpace(detail) {
  return new LaunchError("No space left on the disk.", {
    todo: [
      "Make room (packages, build and an empty database take about 2 GB) and start again; nothing is lost.",
    ],
    output: detail ?? "",
  });
}
