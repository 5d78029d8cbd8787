import { getTranslations } from "next-intl/server";
import { Logo } from "@/components/logo";
import { imageStrings } from "../../image-strings";
import { ImageUpload } from "../../image-upload";

export async function LogoRow({ url }: { url: string | null }) {
  const [t, { upload, removal }] = await Promise.all([getTranslations("admin.organization"), imageStrings()]);
  return (
    <div className="border-border border-b">
      <ImageUpload
        path="/api/v1/admin/settings/logo"
        isSet={url !== null}
        strings={{
          ...upload,
          hint: `${t("logoHint")} ${upload.hint}`,
          removal: { ...removal, title: t("removeLogoTitle"), body: t("removeLogoBody") },
        }}
      >
        <span className="grid size-16 place-items-center rounded-lg border border-border bg-background p-2">
          <Logo url={url} className="size-full" />
        </span>
      </ImageUpload>
    </div>
  );
}
