import { getLocale, getTranslations } from "next-intl/server";
import { formStrings } from "@/app/form-strings";
import { SubmitButton } from "@/components/form/submit-button";
import { LIMITS, USERNAME_PATTERN } from "@/domain/users/schema";
import type { User } from "@/domain/users/user";
import { currentTimeZone, describeTimeZone } from "@/i18n/time-zones";
import { AvatarRow } from "./avatar-row";
import { ProfileForm } from "./profile-form";
import { Section } from "./section";

/** Replaced in the browser, which alone knows its time zone. */
const TIME_ZONE = "{timeZone}";

export async function ProfileSection({ user }: { user: User }) {
  const [t, errors, form] = await Promise.all([
    getTranslations("settings.profile"),
    getTranslations("errors"),
    formStrings({ username: "username" }),
  ]);
  const strings = {
    form,
    saved: t("saved"),
    labels: {
      fullName: t("fullName"),
      username: t("username"),
      locale: t("locale"),
    },
    browserLocale: t("browserLocale"),
    timeZone: {
      label: t("timeZone"),
      search: t("timeZoneSearch"),
      problem: t("timeZoneProblem"),
      useThis: t("useTimeZone", { timeZone: TIME_ZONE }),
    },
    usernameProblem: errors("INVALID_USERNAME"),
  };
  const { username, full_name, locale } = user;
  const zone = currentTimeZone(user.time_zone);
  const timeZone = { id: zone, words: describeTimeZone(zone, { locale: await getLocale(), at: new Date() }) };
  const limits = { fullName: LIMITS.fullName, usernamePattern: USERNAME_PATTERN };
  return (
    <Section id="profile" title={t("title")} lead={t("lead")}>
      <AvatarRow user={user} />
      <ProfileForm
        user={{ username, full_name, locale, time_zone: zone }}
        timeZone={timeZone}
        limits={limits}
        strings={strings}
      >
        <SubmitButton>{t("save")}</SubmitButton>
      </ProfileForm>
    </Section>
  );
}
