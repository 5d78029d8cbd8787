import { z } from "zod";
import { isDatabaseUrl } from "./database-url.mjs";
import { isLoopback } from "./loopback";
import { mailboxParts } from "./mailbox";

const DAY_SECONDS = 86_400;

function whole(min: number, max: number) {
  return z.coerce.number().int().min(min).max(max);
}

function text() {
  return z.string().trim().min(1);
}

function url(protocols: RegExp) {
  return z.url({ protocol: protocols });
}

/** Anything that libpq would take: a socket's folder too. */
function databaseUrl() {
  return z
    .string()
    .refine(isDatabaseUrl, "must be a Postgres URL: postgres://user:password@host:5432/database");
}

/** Secrets and tokens go there, so it is https, or this very machine. */
function trustedUrl() {
  return url(/^https?$/).refine(
    (value) => value.startsWith("https:") || isLoopback(new URL(value).hostname),
    "must be https, unless it is on this machine",
  );
}

/** 256 bits are the least that HS256 may be keyed with (RFC 7518 §3.2). */
const secretKey = z
  .string()
  .regex(/^[0-9a-f]{64,}$/i, "needs at least 64 hexadecimal characters (256 bits): openssl rand -hex 32");

function isOrigin(text: string) {
  return URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text;
}

const origins = z
  .string()
  .transform((list) =>
    list
      .split(",")
      .map((origin) => origin.trim())
      .filter(Boolean),
  )
  .refine((list) => list.every(isOrigin), "must be origins such as https://app.example.com");

const mailbox = z
  .string()
  .trim()
  .refine(
    (text) => z.email().safeParse(mailboxParts(text).address).success,
    "must be an address or Name <address>",
  );

/**
 * Every setting there is, with its default and what it is for. The README's table and .env.example are held to this list.
 * An empty value counts as not set. Any of them may come from a file: NAME_FILE holds the path.
 */
export const settingsSchema = z.object({
  APP_URL: url(/^https?$/)
    .transform((value) => new URL(value).origin)
    .optional()
    .describe(
      "Canonical address: links, cookies, origin checks, issuer and audience of tokens. Default: http://localhost:PORT",
    ),
  PORT: whole(1, 65_535).default(3000).describe("Port to listen on"),
  HOST: text().default("127.0.0.1").describe("Address to listen on; 0.0.0.0 in containers"),
  DATABASE_URL: databaseUrl()
    .optional()
    .describe("Postgres. `npm start`, `npm run dev` and `npm test` bring their own when it is not set"),
  DATABASE_URL_DIRECT: databaseUrl()
    .optional()
    .describe(
      "The same database past a pooler, as its owner: for migrations and notifications; default: DATABASE_URL",
    ),
  DATABASE_POOL_MIN: whole(0, 100).default(2).describe("Connections opened at startup"),
  DATABASE_POOL_MAX: whole(1, 100).default(5).describe("Maximum connections per process"),
  SECRET_KEY: secretKey.describe(
    "All keys are derived from it. `npm start` makes one and keeps it under .data/",
  ),
  SECRET_KEY_PREVIOUS: secretKey.optional().describe("The previous key: still accepted, never used to sign"),
  JWT_ACCESS_TTL_SECONDS: whole(1, DAY_SECONDS).default(900).describe("Lifetime of an access token"),
  JWT_REFRESH_TTL_SECONDS: whole(1, 400 * DAY_SECONDS)
    .default(DAY_SECONDS)
    .describe("Lifetime of a session; administrators can shorten these three"),
  JWT_REFRESH_TTL_REMEMBER_SECONDS: whole(1, 400 * DAY_SECONDS)
    .default(30 * DAY_SECONDS)
    .describe("Lifetime of a session with “Stay signed in”"),
  REFRESH_GRACE_SECONDS: whole(0, 120)
    .default(10)
    .describe("How long the previous refresh token still returns its successor"),
  MAX_SESSIONS_PER_USER: whole(0, 1000).default(10).describe("Session limit per person; 0 = unlimited"),
  SESSION_IDLE_SECONDS: whole(0, 400 * DAY_SECONDS)
    .refine((seconds) => seconds === 0 || seconds >= 300, "must be 0, or 300 at least")
    .default(0)
    .describe("A session that nobody uses for that long is over; 0 = off"),
  PASSWORD_MIN_LENGTH: whole(8, 64).default(8).describe("Minimum length of a new password"),
  PASSWORD_HASH: z
    .enum(["argon2id", "bcrypt"])
    .default("argon2id")
    .describe("How new passwords are hashed; hashes of the other kind still verify"),
  REGISTRATION: z
    .enum(["open", "closed"])
    .default("open")
    .describe("Initial value; administrators can change it later"),
  REGISTRATION_USERNAME: z
    .enum(["on", "off"])
    .default("off")
    .describe("Whether registration asks for a username; otherwise it is made from the email"),
  ORGANIZATION_NAME: text().max(255).optional().describe("Initial value for the setup page and seed:admin"),
  RATE_LIMIT_AUTH_PER_MINUTE: whole(0, 1_000_000)
    .default(5)
    .describe("Sign-in, registration and password attempts per minute and client address; 0 = off"),
  RATE_LIMIT_ACCOUNT_FAILURES: whole(0, 1_000_000)
    .default(10)
    .describe("Failed sign-ins per email or username in 15 minutes; 0 = off"),
  RATE_LIMIT_USER_PER_MINUTE: whole(0, 1_000_000)
    .default(600)
    .describe(
      "Points a signed-in person may spend per minute and process: a write costs 2, a search 10, an image 30, GraphQL by what it asks for; 0 = off",
    ),
  TASKS_PER_USER: whole(0, 10_000_000).default(10_000).describe("Most tasks of one person; 0 = unlimited"),
  TAGS_PER_USER: whole(0, 1_000_000).default(500).describe("Most tags of one person; 0 = unlimited"),
  TRUSTED_PROXY_HOPS: whole(0, 10)
    .default(0)
    .describe("Number of trusted proxies, whose X-Forwarded-For entries count from the right"),
  CORS_ORIGINS: origins
    .default([])
    .describe("Other origins allowed to call the API with credentials, comma-separated"),
  COOKIE_DOMAIN: text().optional().describe("Domain of the cookies; empty = this host only"),
  COOKIE_SAME_SITE: z
    .enum(["lax", "none"])
    .default("lax")
    .describe("none: pages of CORS_ORIGINS on other sites keep a session; needs https"),
  FIRST_ADMIN_EMAIL: text().optional().describe("For `npm run seed:admin`"),
  FIRST_ADMIN_PASSWORD: z.string().min(1).optional().describe("For `npm run seed:admin`"),
  FIRST_ADMIN_USERNAME: text()
    .optional()
    .describe("For `npm run seed:admin`; made from the email when empty"),
  SETUP_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe(
      "Asked for by the set-up page, but on a loopback installation. When not set, one is made and logged at first boot",
    ),
  AUTH_GITHUB_ID: text().optional().describe("GitHub OAuth app: signing in with GitHub"),
  AUTH_GITHUB_SECRET: text().optional().describe("Its client secret"),
  AUTH_GITHUB_URL: trustedUrl()
    .transform((value) => value.replace(/\/+$/, ""))
    .default("https://github.com")
    .describe("URL of a GitHub Enterprise Server"),
  AUTH_GOOGLE_ID: text().optional().describe("Google OAuth client: signing in with Google"),
  AUTH_GOOGLE_SECRET: text().optional().describe("Its client secret"),
  AUTH_OIDC_ISSUER: trustedUrl()
    .optional()
    .describe("Any OpenID Connect provider: its issuer, exactly as published"),
  AUTH_OIDC_ID: text().optional().describe("Its client ID"),
  AUTH_OIDC_SECRET: text().optional().describe("Its client secret"),
  AUTH_OIDC_NAME: text().max(40).optional().describe("Name on its button; default: the issuer's host"),
  PAGES_FROM_MEMORY: z
    .enum(["on", "off"])
    .default("on")
    .describe(
      "Serve sign-in, registration, and dashboards that are what they were from memory, in front of Next",
    ),
  API_BEFORE_NEXT: z
    .enum(["on", "off"])
    .default("on")
    .describe("Call the API's handlers directly, in front of Next's router"),
  OVERLOAD_DELAY_MS: whole(0, 60_000)
    .default(1_000)
    .describe(
      "Requests are turned away with 503 at once where they would wait that long for the event loop or the database; 0 = off",
    ),
  SHUTDOWN_DELAY_MS: whole(0, 60_000)
    .default(0)
    .describe(
      "How long an instance that is told to stop goes on as before while its /ready says 503, so that load balancers look elsewhere",
    ),
  KEEP_ALIVE_TIMEOUT_MS: whole(1_000, 3_600_000)
    .default(65_000)
    .describe("How long an idle connection stays open; more than the load balancer's own"),
  JOBS_AT_ONCE: whole(0, 100)
    .default(2)
    .describe("Background jobs that one process runs at a time; 0 = none, other processes do"),
  SMTP_URL: url(/^smtps?$/)
    .optional()
    .describe("Mail server, such as smtps://user:password@mail.example.com; empty = nothing is sent"),
  MAIL_FROM: mailbox
    .optional()
    .describe("Sender of all mail: an address, or `Name <address>`; the name defaults to the organization's"),
  DEV_MAIL: z
    .enum(["on", "local", "off"])
    .default("off")
    .describe(
      "Without SMTP_URL: show mail at /dev/mail, to everybody (on) or on a loopback installation (local; what `npm start` sets beside its own database)",
    ),
  RATE_LIMIT_MAILS_PER_HOUR: whole(0, 1_000_000)
    .default(3)
    .describe("Mails of one kind that anybody can have sent to one address in an hour; 0 = unlimited"),
  EMAIL_VERIFICATION: z
    .enum(["off", "ask", "required"])
    .default("ask")
    .describe(
      "ask: new accounts are asked to verify their email, where mail can be sent; required: until then an account can do nothing else (needs SMTP_URL)",
    ),
  SIGN_IN_LINKS: z
    .enum(["on", "off"])
    .default("off")
    .describe("Sign in by a link that is mailed, without a password"),
  REDIS_URL: url(/^rediss?$/)
    .optional()
    .describe("Rate limit counters; empty = Postgres"),
  METRICS_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe("Turns on /metrics for Prometheus, to whoever shows this as a Bearer token"),
  OTEL_EXPORTER_OTLP_ENDPOINT: url(/^https?$/)
    .optional()
    .describe(
      "Turns on OpenTelemetry traces, sent there as OTLP over HTTP; the SDK's other OTEL_… settings count too",
    ),
  OTEL_EXPORTER_OTLP_HEADERS: text()
    .optional()
    .describe("What the collector wants to be shown, as name=value,name=value"),
  CRON_SECRET: z
    .string()
    .min(16)
    .optional()
    .describe("Turns on GET /cron, which works off due jobs, to whoever shows this as a Bearer token"),
  TEMPORAL_ADDRESS: text()
    .regex(/^(?:[\w.-]+|\[[0-9a-f:]+\]):\d{1,5}$/i, "must be host:port")
    .optional()
    .describe(
      "Temporal, as host:port, on which `npm run worker` runs background jobs; empty = every process does",
    ),
  TEMPORAL_NAMESPACE: text().default("default").describe("Namespace there"),
  TEMPORAL_TLS_CA: text()
    .optional()
    .describe("Certificate (PEM) of its authority; with any of these three it is TLS"),
  TEMPORAL_TLS_CERT: text().optional().describe("Our certificate (PEM) for it"),
  TEMPORAL_TLS_KEY: text().optional().describe("Its key (PEM)"),
  STORAGE: text().default(".data/files").describe("Folder for avatars and the logo, unless S3_BUCKET is set"),
  S3_BUCKET: text().optional().describe("Bucket for avatars and the logo: any S3-compatible service"),
  S3_ENDPOINT: url(/^https?$/)
    .optional()
    .describe("URL of that service; empty = Amazon's, by region"),
  S3_REGION: text().default("us-east-1").describe("Region of the bucket"),
  S3_ACCESS_KEY: text().optional().describe("Access key of the bucket"),
  S3_SECRET_KEY: text().optional().describe("Its secret"),
  S3_FORCE_PATH_STYLE: z
    .enum(["on", "off"])
    .default("off")
    .describe("Name the bucket in the path rather than the host, as many self-hosted services want it"),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"])
    .default("info")
    .describe("Minimum log level"),
  LOG_FORMAT: z
    .enum(["json", "pretty"])
    .optional()
    .describe("json, or pretty; default: pretty on a terminal, else json"),
});

export type Settings = Omit<z.output<typeof settingsSchema>, "APP_URL" | "DATABASE_URL"> & {
  APP_URL: string;
  DATABASE_URL: string;
};
