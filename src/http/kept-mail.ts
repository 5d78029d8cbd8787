import { findKeptMail, type Mail } from "@/domain/mails/mails";
import { showsMail } from "@/lib/can-mail";
import { Problem } from "@/lib/errors";
import { isLoopbackInstallation } from "./loopback";

/** Whether who sent these may read what wasn't sent. It opens accounts, so everywhere else there is nothing. */
export function mayReadKeptMail(headers: Headers): boolean {
  return showsMail({ local: isLoopbackInstallation(headers) });
}

export async function requireKeptMail(headers: Headers, id: string): Promise<Mail> {
  const mail = mayReadKeptMail(headers) ? await findKeptMail(id) : null;
  if (mail === null) throw new Problem("NOT_FOUND");
  return mail;
}
