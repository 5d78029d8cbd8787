import { getFormatter } from "next-intl/server";

/** How long ago, and on a second look the exact time where the reader lives. */
export async function Moment({
  at,
  timeZone,
  className,
}: {
  at: Date;
  timeZone: string;
  className?: string;
}) {
  const format = await getFormatter();
  return (
    <time
      dateTime={at.toISOString()}
      title={format.dateTime(at, { dateStyle: "long", timeStyle: "short", timeZone })}
      className={className}
    >
      {format.relativeTime(at)}
    </time>
  );
}
