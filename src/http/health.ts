import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { checkReadiness } from "@/domain/health/readiness";
import { deriveKey } from "@/lib/keys";
import { clientAddress } from "./client-address";
import { endpoint } from "./endpoint";
import { route } from "./route";

const healthAnswer = z.object({ status: z.literal("ok") }).meta({ id: "Health" });

/** The process answers; says nothing of what it stands on. */
export function healthRoute(path: string) {
  return route(path, {
    GET: endpoint({
      summary: "The process answers",
      tag: "Service",
      public: true,
      quiet: true,
      status: 200,
      answer: healthAnswer,
      async handle({ request, reply }) {
        if (await isDoctor(request)) reply.set(SEEN, clientAddress(request.headers) ?? "nobody");
        return { status: "ok" };
      },
    }),
  });
}

const PROOF = "doctor-proof";
const SEEN = "doctor-seen-as";

/**
 * Whoever holds the installation's key may see as whom this instance counts them: so `npm run doctor` finds out whether callers can
 * choose their address, and which instance has another key.
 */
async function isDoctor({ headers }: Request): Promise<boolean> {
  const given = headers.get(PROOF);
  if (given === null) return false;
  const expected = Buffer.from(await deriveKey("doctor"));
  const proof = Buffer.from(given, "hex");
  return proof.length === expected.length && timingSafeEqual(proof, expected);
}

const readinessAnswer = z
  .object({
    status: z.enum(["ok", "unavailable"]),
    checks: z.object({
      database: z.enum(["ok", "unavailable"]),
      migrations: z.enum(["ok", "behind", "unavailable"]),
    }),
  })
  .meta({ id: "Readiness" });

export function readyRoute(path: string) {
  return route(path, {
    GET: endpoint({
      summary: "This instance can do its work; 503 while it can't",
      tag: "Service",
      public: true,
      quiet: true,
      status: 200,
      answer: readinessAnswer,
      otherAnswers: [{ status: 503, schema: readinessAnswer }],
      async handle() {
        const readiness = await checkReadiness();
        const status = readiness.status === "ok" ? 200 : 503;
        const headers = { "cache-control": "no-store", ...(status === 503 && { "retry-after": "5" }) };
        return Response.json(readiness, { status, headers });
      },
    }),
  });
}
