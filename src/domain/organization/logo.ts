import { db } from "@/db/client";
import type { ClientInfo } from "@/domain/client-info";
import { deleteImage, newVersion, readImage, type StoredImage, storeImage } from "@/domain/images/images";
import type { ImageSize } from "@/domain/images/schema";
import { enqueue } from "@/domain/jobs/enqueue";
import { Problem } from "@/lib/errors";
import { changeOrganization, findOrganization, LOGO_PATH, type Organization } from "./organization";

type Upload = { actorId: string; bytes: Uint8Array; clientInfo: ClientInfo };

/** Gives the organization a new logo; the files of the one before go by a job. */
export async function setLogo({ actorId, bytes, clientInfo }: Upload): Promise<Organization> {
  const version = newVersion();
  const { traceId } = clientInfo;
  await storeImage({
    ...placeOf(version),
    bytes,
    fit: "inside",
    discardUnused: (at) => enqueue(db, { kind: "delete_logo", payload: { version }, at, traceId }),
  });
  return changeOrganization({ actorId, change: { logo_url: LOGO_PATH + version }, clientInfo });
}

export async function removeLogo({ actorId, clientInfo }: Omit<Upload, "bytes">) {
  await changeOrganization({ actorId, change: { logo_url: null }, clientInfo });
}

export async function readLogo(version: string, size: ImageSize): Promise<Uint8Array<ArrayBuffer>> {
  if (!(await isInUse(version))) throw new Problem("NOT_FOUND");
  return readImage(placeOf(version), size);
}

/** The end of a logo that was replaced or removed, or that nothing ever came to name. */
export async function deleteUnusedLogo(version: string) {
  if (!(await isInUse(version))) await deleteImage(placeOf(version));
}

async function isInUse(version: string): Promise<boolean> {
  const organization = await findOrganization();
  return organization?.logo_url === LOGO_PATH + version;
}

function placeOf(version: string): StoredImage {
  return { folder: "logo", version };
}
