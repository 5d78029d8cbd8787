import { getTranslations } from "next-intl/server";
import { formStrings } from "@/app/form-strings";
import { SubmitButton } from "@/components/form/submit-button";
import { LIMITS, USERNAME_PATTERN } from "@/domain/users/schema";
import type { User } from "@/domain/users/user";
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
      timeZone: t("timeZone"),
    },
    browserLocale: t("browserLocale"),
    useTimeZone: t("useTimeZone", { timeZone: TIME_ZONE }),
    usernameProblem: errors("INVALID_USERNAME"),
  };
  const limits = { fullName: LIMITS.fullName, usernamePattern: USERNAME_PATTERN };
  return (
    <Section id="profile" title={t("title")} lead={t("lead")}>
      <AvatarRow user={user} />
      <ProfileForm user={user} timeZones={timeZones(user.time_zone)} limits={limits} strings={strings}>
        <SubmitButton>{t("save")}</SubmitButton>
      </ProfileForm>
    </Section>
  );
}

/** All time zones this server knows, plus UTC and the person's own. */
function timeZones(own: string): string[] {
  return [...new Set(["UTC", own, ...Intl.supportedValuesOf("timeZone")])].sort();
}
