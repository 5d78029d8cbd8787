import type { Locale } from "@/lib/locale.mjs";

/** Where a request came from, as far as it can be believed. Stands beside what was done in sessions and audit events. */
export type ClientInfo = {
  address: string | null;
  userAgent: string | null;
  traceId: string;
  /** The language that whoever asks reads. What is mailed to somebody who has chosen none is in it. */
  locale?: Locale;
};
