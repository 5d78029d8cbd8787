import { and, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/tables";
import { recordEvents } from "@/domain/audit/audit";
import type { ClientInfo } from "@/domain/client-info";
import { deleteImage, newVersion, readImage, type StoredImage, storeImage } from "@/domain/images/images";
import type { ImageSize } from "@/domain/images/schema";
import { enqueue, enqueuing } from "@/domain/jobs/enqueue";
import type { SessionOwner } from "@/domain/sessions/sessions";
import { type User, userColumns } from "@/domain/users/user";
import { Problem } from "@/lib/errors";
import { deleteFolder } from "@/lib/storage";

type Avatar = { userId: string; version: string };

type Upload = { owner: SessionOwner; bytes: Uint8Array; clientInfo: ClientInfo };

/** Gives somebody a new avatar; the files of the one before go by a job. */
export async function setAvatar({ owner, bytes, clientInfo }: Upload): Promise<User> {
  const avatar = { userId: owner.user.id, version: newVersion() };
  const payload = { user_id: avatar.userId, version: avatar.version };
  const { traceId } = clientInfo;
  await storeImage({
    ...placeOf(avatar),
    bytes,
    fit: "cover",
    discardUnused: (at) => enqueue(db, { kind: "delete_avatar", payload, at, traceId }),
  });
  const [changed] = await exchange({ owner, url: urlOf(avatar), clientInfo });
  if (changed === undefined) throw new Problem("SESSION_REVOKED");
  return changed;
}

/** Nothing happens, and is told of, where there is none. */
export async function removeAvatar({ owner, clientInfo }: Omit<Upload, "bytes">) {
  await exchange({ owner, url: null, clientInfo, where: isNotNull(users.avatarUrl) });
}

type Exchange = { owner: SessionOwner; url: string | null; clientInfo: ClientInfo; where?: SQL };

function exchange({ owner, url, clientInfo, where }: Exchange) {
  const before = db.$with("before").as(
    db
      .select({ id: users.id, url: users.avatarUrl })
      .from(users)
      .where(and(eq(users.id, owner.user.id), isNull(users.deletedAt), where))
      // Of two uploads at once the later one sees the other's, which it replaces.
      .for("update"),
  );
  const changed = db
    .$with("changed")
    .as(
      db
        .update(users)
        .set({ avatarUrl: url })
        .from(before)
        .where(eq(users.id, before.id))
        .returning(userColumns),
    );
  const enqueued = enqueuing({
    kind: "delete_avatar",
    payload: sql`jsonb_build_object('user_id', ${before.id}, 'version', substring(${before.url} from '[^/]+$'))`,
    traceId: clientInfo.traceId,
    from: before,
    where: isNotNull(before.url),
  });
  const recorded = recordEvents(clientInfo, {
    action: "profile.changed",
    actor: changed.id,
    subject: changed.id,
    session: owner.sessionId,
    detail: { fields: ["avatar"] },
    from: changed,
  });
  return db.with(before, changed, enqueued, recorded).select().from(changed);
}

export async function readAvatar(avatar: Avatar, size: ImageSize): Promise<Uint8Array<ArrayBuffer>> {
  if (!(await isInUse(avatar))) throw new Problem("NOT_FOUND");
  return readImage(placeOf(avatar), size);
}

/** The end of an avatar that was replaced or removed, or that no row ever came to name. */
export async function deleteUnusedAvatar(avatar: Avatar) {
  if (!(await isInUse(avatar))) await deleteImage(placeOf(avatar));
}

/** All files of somebody who is no longer there. */
export function deleteAvatars(userId: string) {
  return deleteFolder(folderOf(userId));
}

async function isInUse(avatar: Avatar): Promise<boolean> {
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, avatar.userId), eq(users.avatarUrl, urlOf(avatar))));
  return rows.length > 0;
}

function urlOf({ userId, version }: Avatar) {
  return `/api/v1/users/${userId}/avatar/${version}`;
}

function placeOf({ userId, version }: Avatar): StoredImage {
  return { folder: folderOf(userId), version };
}

function folderOf(userId: string) {
  return `avatars/${userId}`;
}
