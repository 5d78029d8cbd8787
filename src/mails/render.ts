import { createTranslator } from "next-intl";
import { BRAND } from "@/brand";
import { ALERTS } from "@/domain/jobs/kinds";
import type { MailKind } from "@/domain/mails/kinds";
import type { Mail } from "@/domain/mails/mails";
import { findOrganization } from "@/domain/organization/organization";
import { deriveProofToken } from "@/domain/proofs/proof-token";
import { isolated } from "@/i18n/isolated";
import { isLocale, LOCALES, MESSAGES } from "@/i18n/locale";
import { settings } from "@/lib/settings";
import { asHtml, asText, type Block } from "./letter";

type Rendered = { subject: string; text: string; html: string; language: string; organization: string };

/** Where the button leads. What isn't here has none; `signed` ones carry the mail's own proof. */
const LINKS: Partial<Record<MailKind, { path: string; signed: boolean }>> = {
  verify_email: { path: "/verify-email", signed: true },
  reset_link: { path: "/reset-password", signed: true },
  sign_in_link: { path: "/sign-in-link", signed: true },
  reauthentication_link: { path: "/reauthenticate", signed: true },
  change_email: { path: "/change-email", signed: true },
  email_changed: { path: "/undo-email-change", signed: true },
  email_taken: { path: "/login", signed: false },
  invitation: { path: "/invitation", signed: true },
  account_created: { path: "/reset-password", signed: true },
  password_reset: { path: "/login", signed: false },
  ...Object.fromEntries(ALERTS.map((alert) => [alert, { path: "/not-me", signed: true }])),
};

/** A mail in its person's language. Made anew each time, and nobody keeps it: it may hold a token. */
export async function renderMail(mail: Mail): Promise<Rendered> {
  const kind = mail.kind as MailKind;
  const locale = isLocale(mail.locale) ? mail.locale : LOCALES[0];
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: "mails" });
  const organization = (await findOrganization())?.organization_name ?? BRAND.name;
  const values = {
    organization,
    email: mail.recipient,
    // Until the address is known to be theirs, whoever registered it may be somebody with an advertisement for a name.
    name: (mail.isVerified && mail.fullName) || mail.username || mail.recipient,
    username: mail.username ?? "",
    isNew: "false",
    ...mail.detail,
    device: mail.detail.device || t("unknownDevice"),
    address: mail.detail.address || t("unknownAddress"),
  };
  const inLine = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, isolated(value.replaceAll(/\s+/g, " "))]),
  );
  const say = t as unknown as (key: string, values: Record<string, string>) => string;
  const of = (part: string) => say(`${kind}.${part}`, inLine);
  const link = await linkOf(mail.id, kind);
  const blocks: Block[] = [
    { text: of("body") },
    ...(link === null ? [] : [{ button: of("button"), href: link }]),
    { note: of("note") },
  ];
  const subject = of("subject");
  const parts = {
    language: locale,
    subject,
    preview: of("body"),
    heading: of("heading"),
    blocks,
    linkHint: t("linkHint"),
    footer: [say("footer", inLine), settings().APP_URL],
  };
  return { subject, text: asText(parts), html: asHtml(parts), language: locale, organization };
}

/** By APP_URL and nothing else: no request has a say in where a link leads. */
async function linkOf(mailId: string, kind: MailKind): Promise<string | null> {
  const link = LINKS[kind];
  if (link === undefined) return null;
  const url = new URL(link.path, settings().APP_URL);
  if (link.signed) url.searchParams.set("token", await deriveProofToken(mailId));
  return url.href;
}

/** Whether its link is what the mail is for: without one it needn't be sent. */
export function needsProof(mail: Mail): boolean {
  return LINKS[mail.kind as MailKind]?.signed ?? false;
}
