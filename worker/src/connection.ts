import { settings } from "@/lib/settings";

/** Where Temporal is, as both its client and its worker want to be told. */
export function whereTemporalIs() {
  const { TEMPORAL_ADDRESS, TEMPORAL_TLS_CA, TEMPORAL_TLS_CERT, TEMPORAL_TLS_KEY } = settings();
  if (TEMPORAL_ADDRESS === undefined) throw new Error("TEMPORAL_ADDRESS: is required by the worker");
  const pair = TEMPORAL_TLS_CERT &&
    TEMPORAL_TLS_KEY && { crt: Buffer.from(TEMPORAL_TLS_CERT), key: Buffer.from(TEMPORAL_TLS_KEY) };
  const authority = TEMPORAL_TLS_CA && { serverRootCACertificate: Buffer.from(TEMPORAL_TLS_CA) };
  const tls = (pair || authority) && { ...authority, ...(pair && { clientCertPair: pair }) };
  return { address: TEMPORAL_ADDRESS, ...(tls && { tls }) };
}
