import { seeOther } from "./form-state";

type Leaving = {
  /** The origin that the page's policy lets forms go to. */
  named: string;
  cookies: string[];
};

/**
 * Sends the browser away after a form. Where it goes to an address that the policy of the page can't have named (some
 * providers are asked elsewhere than their issuer says), `form-action` would stop a redirect: there a page of its own
 * leads on, without script.
 */
export function leaveFor(location: URL, { named, cookies }: Leaving): Response {
  const response = location.origin === named ? seeOther(location.href) : pageTo(location.href);
  for (const cookie of cookies) response.headers.append("set-cookie", cookie);
  return response;
}

function pageTo(address: string) {
  const safe = address.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return new Response(
    `<!doctype html><title>…</title><meta http-equiv="refresh" content="0; url=${safe}"><a href="${safe}">→</a>`,
    {
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
        "cache-control": "no-store",
      },
    },
  );
}
