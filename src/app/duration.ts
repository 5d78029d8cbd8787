import { getTranslations } from "next-intl/server";
import { lengthsInForce } from "@/domain/sessions/lengths";

const UNITS = { days: 86_400, hours: 3_600, minutes: 60 } as const;

export type Duration = { count: number; unit: keyof typeof UNITS };

/** In the largest unit that it is a whole number of, else in minutes. */
export function durationOf(seconds: number): Duration {
  const unit = (["days", "hours"] as const).find((unit) => seconds % UNITS[unit] === 0) ?? "minutes";
  return { count: Math.ceil(seconds / UNITS[unit]), unit };
}

/** "24 hours": as many languages have it after "for", which is all that differs in Russian. */
export async function durationWords() {
  const t = await getTranslations("durations");
  return (seconds: number) => {
    const { count, unit } = durationOf(seconds);
    return t(unit, { count });
  };
}

/** How long whoever asks for it stays signed in here. */
export async function rememberedFor(organization: Parameters<typeof lengthsInForce>[0]) {
  return (await durationWords())(lengthsInForce(organization).remembered);
}
