"use client";

import { useRouter } from "next/navigation";
import { type ChangeEvent, type ReactNode, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { IMAGE_TYPES } from "@/domain/images/schema";
import { askApi } from "./ask-api";
import { type ConfirmationStrings, ConfirmedWrite } from "./confirmed-write";
import { CropDialog, type CropStrings } from "./crop-dialog";
import { drawWhole, loadImage } from "./draw-image";

export type ImageUploadStrings = Record<"choose" | "hint" | "unreadable" | "failed" | "saved", string> & {
  remove: string;
  removal: ConfirmationStrings;
};

type Props = {
  /** Where it is written to, and removed from. */
  path: "/api/v1/users/me/avatar" | "/api/v1/admin/settings/logo";
  isSet: boolean;
  /** For a picture of which a square is shown; without, all of it is. */
  crop?: CropStrings;
  strings: ImageUploadStrings;
  /** What it looks like now. */
  children: ReactNode;
};

/** A picture with the ways to change it. It is made small here already, so that any photograph will do. */
export function ImageUpload({ path, isSet, crop, strings, children }: Props) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<HTMLImageElement>();
  const [problem, setProblem] = useState<string>();
  const [saved, setSaved] = useState(false);

  async function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0];
    // The same file, chosen again, is a change again.
    target.value = "";
    if (!file) return;
    setSaved(false);
    const image = await loadImage(file).catch(() => undefined);
    setProblem(image ? undefined : strings.unreadable);
    if (!image) return;
    if (crop) setChosen(image);
    else
      setProblem(
        await drawWhole(image)
          .then(save)
          .catch(() => strings.failed),
      );
  }

  async function save(picture: Blob): Promise<string | undefined> {
    const headers = { "content-type": picture.type };
    const bodySerializer = (blob: Blob) => blob;
    const { error } = await askApi("PUT", path, { body: picture, bodySerializer, headers });
    if (error) return error.detail ?? strings.failed;
    close();
    setSaved(true);
    router.refresh();
    return undefined;
  }

  function close() {
    if (chosen) URL.revokeObjectURL(chosen.src);
    setChosen(undefined);
  }

  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-4 p-5 noscript:hidden sm:p-6">
      {children}
      <div className="grid gap-2">
        <div className="flex flex-wrap gap-2">
          <input
            ref={input}
            type="file"
            accept={IMAGE_TYPES.join()}
            aria-label={strings.choose}
            tabIndex={-1}
            onChange={choose}
            className="sr-only"
          />
          <Button variant="outline" size="sm" onClick={() => input.current?.click()}>
            {strings.choose}
          </Button>
          {isSet && (
            <ConfirmedWrite path={path} strings={strings.removal}>
              <Button variant="ghost" size="sm">
                {strings.remove}
              </Button>
            </ConfirmedWrite>
          )}
        </div>
        {problem ? (
          <p role="alert" className="text-destructive text-xs">
            {problem}
          </p>
        ) : (
          <p role="status" className="text-muted-foreground text-xs">
            {saved ? strings.saved : strings.hint}
          </p>
        )}
      </div>
      {crop && chosen && <CropDialog image={chosen} onSave={save} onClose={close} strings={crop} />}
    </div>
  );
}
