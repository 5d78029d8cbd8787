"use client";

import { useRouter } from "next/navigation";
import { type ComponentProps, type ReactNode, useState } from "react";
import { ApiForm } from "@/components/form/api-form";
import { Field } from "@/components/form/field";
import type { FormStrings } from "@/components/form/problems";
import { SelectField } from "@/components/form/select-field";
import { LANGUAGE_NAMES } from "@/components/language-names";
import { keepPreference } from "@/components/preference-form";
import type { Locale } from "@/i18n/locale";
import { gatehouse } from "../keep-session";
import { FormFooter } from "./form-footer";
import { type TimeZone, TimeZoneField } from "./time-zone-field";

type Profile = {
  username: string;
  full_name: string | null;
  locale: string | null;
  time_zone: string;
};

type Props = {
  user: Profile;
  timeZone: TimeZone;
  limits: { fullName: number; usernamePattern: string };
  strings: {
    form: FormStrings;
    saved: string;
    labels: Record<"fullName" | "username" | "locale", string>;
    browserLocale: string;
    timeZone: ComponentProps<typeof TimeZoneField>["strings"];
    usernameProblem: string;
  };
  /** The submit button, rendered on the server. */
  children: ReactNode;
};

export function ProfileForm({ user, timeZone, limits, strings, children }: Props) {
  const router = useRouter();
  const [saved, setSaved] = useState(false);
  const { labels } = strings;

  async function send(form: HTMLFormElement) {
    const entries = [...new FormData(form)] as [keyof Profile, string][];
    // Only what has changed, since the audit log names what was sent.
    const changed = entries.filter(([name, value]) => name in user && value !== (user[name] ?? ""));
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
      <div className="grid grid-cols-1 gap-5 p-5 sm:grid-cols-2 sm:p-6">
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
        <TimeZoneField key={timeZone.words} own={timeZone} strings={strings.timeZone} />
      </div>
      <FormFooter saved={saved && strings.saved}>{children}</FormFooter>
    </ApiForm>
  );
}
