"use client";

import { enter } from "@/app/(public)/enter";
import type { Problems } from "@/components/form/problems";
import { Button } from "@/components/ui/button";
import { ReauthenticationForm, type ReauthenticationStrings } from "../reauthentication-form";

type Props = { strings: ReauthenticationStrings; next: string; problems: Problems };

export function ReauthenticatePage({ strings, next, problems }: Props) {
  return (
    <ReauthenticationForm strings={strings} next={next} problems={problems} onDone={() => enter(next)}>
      <div className="flex flex-wrap gap-3">
        <Button type="submit">{strings.submit}</Button>
        <Button variant="outline" asChild>
          <a href={next}>{strings.cancel}</a>
        </Button>
      </div>
    </ReauthenticationForm>
  );
}
