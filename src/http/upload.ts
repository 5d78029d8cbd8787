import { Problem } from "@/lib/errors";
import { readBytes } from "./body";

/** What is sent as it is, or as the one field of a multipart form. */
export type Upload = { types: readonly string[]; mostBytes: number };

export const MULTIPART_TYPE = "multipart/form-data";

/** What a form adds to its one file: boundaries, and the names in them. */
const MOST_ENVELOPE_BYTES = 16 * 1024;

/** Type and declared size, before anything is read. */
export function requireUploadable({ headers }: Request, { types, mostBytes }: Upload) {
  const type = typeOf(headers.get("content-type"));
  const encoding = headers.get("content-encoding")?.toLowerCase() ?? "identity";
  const isWelcome = type === MULTIPART_TYPE || types.includes(type);
  if (!isWelcome || encoding !== "identity") throw new Problem("UNSUPPORTED_MEDIA_TYPE");
  if (Number(headers.get("content-length") ?? 0) > mostBytes + MOST_ENVELOPE_BYTES) throw tooLarge();
}

/** The bytes of the file, counted while they come. */
export async function readUpload(request: Request, { types, mostBytes }: Upload): Promise<Uint8Array> {
  const type = request.headers.get("content-type") ?? "";
  if (typeOf(type) !== MULTIPART_TYPE) return readBytes(request, mostBytes);
  const bytes = await readBytes(request, mostBytes + MOST_ENVELOPE_BYTES);
  const file = await onlyFileIn(bytes, type);
  if (!types.includes(typeOf(file.type))) throw new Problem("UNSUPPORTED_MEDIA_TYPE");
  if (file.size > mostBytes) throw tooLarge();
  return new Uint8Array(await file.arrayBuffer());
}

async function onlyFileIn(bytes: Uint8Array, type: string): Promise<File> {
  const form = await new Response(bytes as BodyInit, { headers: { "content-type": type } })
    .formData()
    .catch((cause) => {
      throw new Problem("MALFORMED_REQUEST", { cause });
    });
  const [file, ...others] = [...form.values()];
  if (!(file instanceof File) || others.length > 0) throw new Problem("MALFORMED_REQUEST");
  return file;
}

function typeOf(header: string | null) {
  return header?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

function tooLarge() {
  return new Problem("PAYLOAD_TOO_LARGE");
}
