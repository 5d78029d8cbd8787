import { getTranslations } from "next-intl/server";
import { PersonAvatar } from "@/components/person-avatar";
import type { User } from "@/domain/users/user";
import { imageStrings } from "../image-strings";
import { ImageUpload } from "../image-upload";

export async function AvatarRow({ user }: { user: User }) {
  const [t, { upload, removal, crop }] = await Promise.all([
    getTranslations("settings.avatar"),
    imageStrings(),
  ]);
  return (
    <div className="border-border border-b">
      <ImageUpload
        path="/api/v1/users/me/avatar"
        isSet={user.avatar_url !== null}
        crop={{ ...crop, title: t("cropTitle"), lead: t("cropLead"), save: t("save") }}
        strings={{ ...upload, removal: { ...removal, title: t("removeTitle"), body: t("removeBody") } }}
      >
        <PersonAvatar
          id={user.id}
          name={user.full_name ?? user.username}
          url={user.avatar_url}
          className="size-16 text-xl"
        />
      </ImageUpload>
    </div>
  );
}
