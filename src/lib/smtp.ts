import { createTransport } from "nodemailer";
import { isLoopback } from "./loopback";
import { mailboxParts } from "./mailbox";
import { PermanentError } from "./permanent-error";
import { settings } from "./settings";

const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;
/** Somebody is waiting. */
const TRIAL_MS = 5_000;

export type Letter = {
  /** Of the mail: the same one at each attempt, so that a mail server knows what it has already. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  language: string;
  /** Stands before the sender's address where MAIL_FROM gives no name. */
  senderName: string;
};

/** Hands one mail to the server, or throws. What the server will never take is a PermanentError. */
export async function sendLetter(letter: Letter, signal?: AbortSignal) {
  const { SMTP_URL = "", MAIL_FROM = "", APP_URL } = settings();
  const sender = mailboxParts(MAIL_FROM);
  const transport = createTransport(optionsOf(new URL(SMTP_URL)));
  const stop = () => transport.close();
  signal?.addEventListener("abort", stop);
  try {
    await transport.sendMail({
      from: { name: sender.name ?? letter.senderName, address: sender.address },
      to: { name: "", address: letter.to },
      subject: letter.subject,
      text: letter.text,
      html: letter.html,
      messageId: `<${letter.id}@${new URL(APP_URL).hostname}>`,
      headers: {
        "Content-Language": letter.language,
        // No holiday notices back, and no threads of what belongs to different accounts (RFC 3834).
        "Auto-Submitted": "auto-generated",
      },
      // What a template names is text, never a file or an address to fetch.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  } catch (error) {
    throw isForGood(error) ? new PermanentError("The mail server refused it", { cause: error }) : error;
  } finally {
    signal?.removeEventListener("abort", stop);
    transport.close();
  }
}

/** Connects, by TLS where it has to be, and signs in; sends nothing. Throws what stands in the way. */
export async function tryMailServer(url: URL) {
  const patience = { connectionTimeout: TRIAL_MS, greetingTimeout: TRIAL_MS, dnsTimeout: TRIAL_MS };
  const transport = createTransport({ ...optionsOf(url), ...patience, socketTimeout: TRIAL_MS });
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}

function optionsOf(url: URL) {
  const secure = url.protocol === "smtps:";
  const user = decodeURIComponent(url.username);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    // A password goes over nothing but TLS, unless it stays on this machine.
    requireTLS: !secure && user !== "" && !isLoopback(url.hostname),
    auth: user === "" ? undefined : { user, pass: decodeURIComponent(url.password) },
    tls: { rejectUnauthorized: url.searchParams.get("rejectUnauthorized") !== "false" },
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  };
}

/** 5xx to the recipient or the message. To the sign-in it may well be our setting, which somebody will mend. */
function isForGood(error: unknown): boolean {
  const { responseCode = 0, command = "" } = error as { responseCode?: number; command?: string };
  return responseCode >= 500 && /^(?:RCPT TO|DATA)$/.test(command);
}
