"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { ApiForm } from "@/components/form/api-form";
import { Field } from "@/components/form/field";
import type { FormStrings } from "@/components/form/problems";
import { SelectField } from "@/components/form/select-field";
import { LANGUAGE_NAMES } from "@/components/language-names";
import { keepPreference } from "@/components/preference-form";
import type { Locale } from "@/i18n/locale";
import { gatehouse } from "../keep-session";
import { FormFooter } from "./form-footer";

type Profile = {
  username: string;
  full_name: string | null;
  locale: string | null;
  time_zone: string;
};

type Props = {
  user: Profile;
  timeZones: string[];
  limits: { fullName: number; usernamePattern: string };
  strings: {
    form: FormStrings;
    saved: string;
    labels: Record<"fullName" | "username" | "locale" | "timeZone", string>;
    browserLocale: string;
    useTimeZone: string;
    usernameProblem: string;
  };
  /** The submit button, rendered on the server. */
  children: ReactNode;
};

export function ProfileForm({ user, timeZones, limits, strings, children }: Props) {
  const router = useRouter();
  const [saved, setSaved] = useState(false);
  const [timeZone, setTimeZone] = useState(user.time_zone);
  const here = useTimeZoneHere();
  const { labels } = strings;

  async function send(form: HTMLFormElement) {
    const entries = [...new FormData(form)] as [keyof Profile, string][];
    // Only what has changed, since the audit log names what was sent.
    const changed = entries.filter(([name, value]) => value !== (user[name] ?? ""));
    const { locale, ...fields } = Object.fromEntries(changed) as Record<string, string>;
    const body = locale === undefined ? fields : { ...fields, locale: (locale || null) as Locale | null };
    return (await gatehouse.PATCH("/api/v1/users/me", { body })).error;
  }

  async function show(form: HTMLFormElement) {
    await keepPreference("locale", String(new FormData(form).get("locale")));
    router.refresh();
    setSaved(true);
  }

  return (
    <ApiForm send={send} onDone={show} onInput={() => setSaved(false)} strings={strings.form}>
      <div className="grid gap-5 p-5 sm:grid-cols-2 sm:p-6">
        <Field
          name="full_name"
          label={labels.fullName}
          defaultValue={user.full_name ?? ""}
          autoComplete="name"
          maxLength={limits.fullName}
        />
        <Field
          name="username"
          label={labels.username}
          problem={strings.usernameProblem}
          defaultValue={user.username}
          pattern={limits.usernamePattern}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <SelectField name="locale" label={labels.locale} defaultValue={user.locale ?? ""}>
          <option value="">{strings.browserLocale}</option>
          {Object.entries(LANGUAGE_NAMES).map(([locale, name]) => (
            <option key={locale} value={locale} lang={locale}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField
          name="time_zone"
          label={labels.timeZone}
          value={timeZone}
          onChange={(event) => setTimeZone(event.target.value)}
          hint={
            // Reserve the line, so that nothing moves when the zone is known.
            <span className="-mb-2 block min-h-6">
              {here !== undefined && here !== timeZone && timeZones.includes(here) && (
                <button
                  type="button"
                  onClick={() => setTimeZone(here)}
                  className="max-w-full truncate text-foreground underline decoration-input underline-offset-4 hover:decoration-current"
                >
                  {strings.useTimeZone.replace("{timeZone}", readable(here))}
                </button>
              )}
            </span>
          }
        >
          {timeZones.map((zone) => (
            <option key={zone} value={zone}>
              {readable(zone)}
            </option>
          ))}
        </SelectField>
      </div>
      <FormFooter saved={saved && strings.saved}>{children}</FormFooter>
    </ApiForm>
  );
}

/** The browser's time zone; undefined until hydration. */
function useTimeZoneHere() {
  const [here, setHere] = useState<string>();
  useEffect(() => setHere(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  return here;
}

function readable(zone: string) {
  return zone.replaceAll("_", " ");
}
