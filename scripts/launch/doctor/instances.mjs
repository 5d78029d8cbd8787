import { hkdfSync } from "node:crypto";
import { right, wrong } from "../ground/finding.mjs";

/**
 * @typedef {import("../ground/finding.mjs").Finding} Finding
 */

/** Enough to meet each of a few instances behind one address. */
const CALLS = 6;
/** Addresses that nobody has (RFC 5737), as many as there may be hops. */
const FORGED = Array.from({ length: 11 }, (_, last) => `203.0.113.${last + 1}`);

/**
 * What the instances behind an address say to the one who holds their key: whether it is theirs, and as whom they count a caller
 * who claims to be somebody else.
 *
 * @param {string} appUrl
 * @param {{ secret: string, hops: number }} own
 * @returns {Promise<Finding[]>}
 */
export async function checkInstances(appUrl, { secret, hops }) {
  const proof = Buffer.from(hkdfSync("sha256", secret.toLowerCase(), "", "gatehouse doctor", 32)).toString(
    "hex",
  );
  const headers = { "doctor-proof": proof, "x-forwarded-for": FORGED.join(", ") };
  const ask = () =>
    fetch(`${appUrl}/live`, { headers, redirect: "manual", signal: AbortSignal.timeout(5_000) });
  const answers = await Promise.all(Array.from({ length: CALLS }, ask)).catch(() => []);
  // Nobody of ours there: said elsewhere, where it should be.
  if (!answers.every(({ status, headers: told }) => status === 200 && told.has("x-trace-id"))) return [];
  const seen = answers.map(({ headers: told }) => told.get("doctor-seen-as"));
  if (seen.includes(null)) {
    const all = seen.every((address) => address === null);
    return [
      wrong(
        `${all ? "What runs" : "An instance"} at ${appUrl} has another SECRET_KEY than this: sessions of the one are none to the other.`,
        "Give all instances the same SECRET_KEY, and start them anew.",
      ),
    ];
  }
  const believed = seen.find((address) => FORGED.includes(String(address)));
  if (believed !== undefined) {
    return [
      wrong(
        `A forged X-Forwarded-For was believed at ${appUrl}: callers choose their address, and no limit by address holds.`,
        `Set TRUSTED_PROXY_HOPS to the number of proxies, which is less than ${Math.max(hops, 1)}.`,
      ),
    ];
  }
  return answers.length > 0
    ? [right(`Instances at ${appUrl}: the same key, and no forged address is believed`)]
    : [];
}
