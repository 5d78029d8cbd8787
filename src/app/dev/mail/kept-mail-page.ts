import type { Mail } from "@/domain/mails/mails";
import { renderMail } from "@/mails/render";

/** A mail as a mail program would show it: nothing in it runs, and nothing is fetched. */
export async function keptMailPage(mail: Mail): Promise<Response> {
  const { html } = await renderMail(mail);
  return new Response(
    html.replace("<head>", '<head><base target="_top">').replaceAll('target="_blank"', ""),
    {
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy":
          "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'",
        "cache-control": "no-store",
        "referrer-policy": "same-origin",
      },
    },
  );
}
