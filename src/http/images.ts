import { z } from "zod";
import { IMAGE_TYPES, MOST_IMAGE_BYTES } from "@/domain/images/schema";
import type { Upload } from "./upload";

export const IMAGE_UPLOAD: Upload = { types: IMAGE_TYPES, mostBytes: MOST_IMAGE_BYTES };

const WEBP = "image/webp";

export const webpAnswer = { type: WEBP, schema: z.string().meta({ format: "binary" }) };

/** A version never changes, so whoever has it need not ask again. Opened by itself it may do nothing. */
export function imageResponse(bytes: Uint8Array<ArrayBuffer>, { shared }: { shared: boolean }): Response {
  return new Response(bytes, {
    headers: {
      "content-type": WEBP,
      "content-length": String(bytes.byteLength),
      "cache-control": `${shared ? "public" : "private"}, max-age=31536000, immutable`,
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    },
  });
}
