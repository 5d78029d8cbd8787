import { describeDevice } from "@/domain/sessions/device";

type Seen = { userAgent?: string | null; address?: string | null };

/** Where and when something was done, as mails say it. */
export function placeOf({ userAgent, address }: Seen) {
  const time = `${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC`;
  return { device: describeDevice(userAgent ?? null) ?? "", address: address ?? "", time };
}
