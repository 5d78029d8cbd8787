import { Resolver } from "node:dns/promises";
import { doubtful, right, wrong } from "../ground/finding.mjs";

/**
 * @typedef {import("../ground/finding.mjs").Finding} Finding
 * @typedef {{ code?: string, responseCode?: number, message: string }} SmtpError
 * @typedef {() => Promise<Pick<typeof import("../../../src/lib/smtp"), "tryMailServer">>} LoadSmtp
 */

const DNS_MS = 2_000;

/**
 * The mail server as the product will use it: connected to, with TLS and the password, but sent nothing.
 *
 * @param {Record<string, string | undefined>} env
 * @param {LoadSmtp} loadSmtp
 * @param {{ composed?: boolean }} [where]
 * @returns {Promise<Finding[]>}
 */
export async function checkMail({ SMTP_URL, MAIL_FROM }, loadSmtp, { composed = false } = {}) {
  if (!SMTP_URL) return [];
  if (!URL.canParse(SMTP_URL)) {
    return [wrong("SMTP_URL is not an address.", "Look at .env.example for how it is written.")];
  }
  const url = new URL(SMTP_URL);
  // Compose's Mailpit keeps what it is sent: no other server judges the sender.
  const kept = composed && url.hostname === "mailpit";
  return [await tryServer(url, await loadSmtp()), ...(kept ? [] : await checkSender(MAIL_FROM ?? ""))];
}

/**
 * @param {URL} url
 * @param {Awaited<ReturnType<LoadSmtp>>} smtp
 * @returns {Promise<Finding>}
 */
async function tryServer(url, smtp) {
  const secure = url.protocol === "smtps:";
  const target = `${url.hostname}:${url.port || (secure ? 465 : 587)}`;
  try {
    await smtp.tryMailServer(url);
  } catch (error) {
    return explain(/** @type {SmtpError} */ (error), { target, secure });
  }
  return right(`SMTP_URL: ${target} answers${url.username ? " and takes the password" : ""}`);
}

/**
 * What each failure mostly comes of. No word of the server's own is repeated where it may quote what it was sent.
 *
 * @param {SmtpError} error
 * @param {{ target: string, secure: boolean }} tried
 * @returns {Finding}
 */
export function explain({ code = "", responseCode, message }, { target, secure }) {
  if (code === "EAUTH") {
    return wrong(
      `SMTP_URL: ${target} refuses the user name or the password${responseCode ? ` (${responseCode})` : ""}.`,
      "Write @ and other signs of them percent-encoded (%40). Some providers want a password made for programs.",
    );
  }
  if (/wrong version number|packet length too long|unknown protocol/i.test(message)) {
    return wrong(
      `SMTP_URL: ${target} does not begin with TLS.`,
      "smtps:// is for port 465; ports 587 and 25 are smtp://, where TLS begins later.",
    );
  }
  if (/certificate|altnames/i.test(message)) {
    return wrong(
      `SMTP_URL: the certificate of ${target} is not trusted (${message}).`,
      "Use the name that the certificate is for; ?rejectUnauthorized=false at the end takes any certificate.",
    );
  }
  if (code === "ETLS") {
    return wrong(
      `SMTP_URL: ${target} offers no TLS, and a password is sent over nothing else.`,
      "Use another port: smtps:// with 465, or smtp:// with 587.",
    );
  }
  if (code === "EDNS" || /ENOTFOUND|EAI_AGAIN/.test(message)) {
    return wrong(`SMTP_URL: the name in ${target} is not known here.`, "Look at how it is spelled.");
  }
  if (/ECONNREFUSED/.test(message)) {
    return wrong(
      `SMTP_URL: nobody listens at ${target}.`,
      "Usual ports: smtps:// 465, smtp:// 587; 25 is between mail servers and is often closed.",
    );
  }
  if (code === "ETIMEDOUT" || /timeout|greeting/i.test(message)) {
    return wrong(
      `SMTP_URL: ${target} does not answer in time.`,
      secure
        ? "A firewall or your host may block that port; many block 25 and 465."
        : "If it is port 465, write smtps://: it waits for TLS. Else a firewall or your host may block that port.",
    );
  }
  return wrong(
    `SMTP_URL: ${target} can't be used (${code || "no reason given"}).`,
    "npm run mail:try says more.",
  );
}

/** @param {string} mailFrom @returns {Promise<Finding[]>} */
async function checkSender(mailFrom) {
  const domain = /@([^\s>]+)>?$/.exec(mailFrom)?.[1];
  if (!domain) return [];
  const [spf, dmarc] = await Promise.all([
    lookUp(domain, /^v=spf1\b/i),
    lookUp(`_dmarc.${domain}`, /^v=DMARC1\b/i),
  ]);
  return judgeSender({ domain, spf, dmarc });
}

/**
 * @param {string} name
 * @param {RegExp} form
 * @returns {Promise<string | null | undefined>} the record; null where there is none, undefined where it can't be known
 */
async function lookUp(name, form) {
  const resolver = new Resolver({ timeout: DNS_MS, tries: 1 });
  try {
    const records = await resolver.resolveTxt(name);
    return records.map((parts) => parts.join("")).find((text) => form.test(text)) ?? null;
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    return code === "ENODATA" || code === "ENOTFOUND" ? null : undefined;
  }
}

/**
 * What receivers look at before they believe the sender.
 *
 * @param {{ domain: string, spf: string | null | undefined, dmarc: string | null | undefined }} records
 * @returns {Finding[]}
 */
export function judgeSender({ domain, spf, dmarc }) {
  const findings = [];
  if (spf) {
    findings.push(right(`MAIL_FROM: ${domain} has an SPF record; it has to name your mail server: ${spf}`));
  } else {
    findings.push(
      doubtful(
        `MAIL_FROM: ${spf === null ? `${domain} has no SPF record` : `the SPF record of ${domain} can't be looked up from here`}.`,
        `Look at its TXT record (v=spf1 …): it has to name the server of SMTP_URL, or mail ends up in spam folders.`,
      ),
    );
  }
  if (dmarc) {
    findings.push(right(`MAIL_FROM: ${domain} has a DMARC record: ${dmarc}`));
  } else {
    findings.push(
      doubtful(
        `MAIL_FROM: ${dmarc === null ? `${domain} has no DMARC record` : `the DMARC record of ${domain} can't be looked up from here`}.`,
        `Look at the TXT record of _dmarc.${domain} (v=DMARC1; p=…), and have the server sign with DKIM for ${domain}.`,
      ),
    );
  }
  return findings;
}
