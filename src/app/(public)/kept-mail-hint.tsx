import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { isLoopbackInstallation } from "@/http/loopback";
import { showsMail } from "@/lib/can-mail";
import { TextLink } from "./gate-card";

/** Where to read a mail that isn't sent; nothing where it is. */
export async function KeptMailHint() {
  if (!showsMail({ local: isLoopbackInstallation(await headers()) })) return null;
  const t = await getTranslations("devMail");
  return (
    <p className="text-muted-foreground text-sm">
      {t.rich("hint", { link: (text) => <TextLink href="/dev/mail">{text}</TextLink> })}
    </p>
  );
}
