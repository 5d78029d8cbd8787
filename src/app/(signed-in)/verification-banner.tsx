import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { asksForVerification } from "@/domain/email-verification/promise-verification";
import type { User } from "@/domain/users/user";

const SENT = "/verify-email?sent=1";

/** For who hasn't shown yet that the email is theirs; only where a mail would get to them. */
export async function VerificationBanner({ user }: { user: User }) {
  if (user.email_verified_at !== null || !asksForVerification()) return null;
  const t = await getTranslations("verificationBanner");
  return (
    <form
      method="post"
      action="/api/v1/auth/email-verifications"
      className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2 border-border border-b bg-accent px-4 py-2.5 text-accent-foreground text-sm sm:px-6 print:hidden"
    >
      <input type="hidden" name="next" value={SENT} />
      <p className="wrap-anywhere">{t("body", { email: user.email })}</p>
      <Button type="submit" variant="outline" size="sm">
        {t("resend")}
      </Button>
    </form>
  );
}
