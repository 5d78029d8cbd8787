import { getFormatter, getTranslations } from "next-intl/server";

const MINUTE_MS = 60_000;

type Props = { at: Date; timeZone: string; className?: string };

/** A relative time, with the exact time in the reader's time zone as its tooltip. */
export async function Moment({ at, timeZone, className }: Props) {
  const [format, t] = await Promise.all([getFormatter(), getTranslations("moment")]);
  return (
    <time
      dateTime={at.toISOString()}
      title={format.dateTime(at, { dateStyle: "long", timeStyle: "short", timeZone })}
      className={className}
    >
      {Date.now() - at.getTime() < MINUTE_MS ? t("justNow") : format.relativeTime(at)}
    </time>
  );
}
