/** What holds for every endpoint, as the document's introduction. */
export const CONVENTIONS = `
Where people enter a product: accounts, sessions and first-run setup.

**Sessions.** A session is proven by an access token of a few minutes and renewed by a refresh token. Browsers carry both as
HttpOnly cookies; every other client sends \`Authorization: Bearer\` and keeps the refresh token itself. A request with a Bearer
header never falls back to its cookie. Renew on \`TOKEN_EXPIRED\` and \`MISSING_TOKEN\`, then repeat the request; any other 401 means
that the session has ended. A refresh token may be sent again within ten seconds, should its answer be lost; an older one that
comes back ends the session.

**Bodies** are JSON in snake_case and UTF-8, at most 64 KB. Fields that aren't named here are ignored; nothing is coerced.
Times are RFC 3339 in UTC.

**Lists** answer \`items\` and \`next_cursor\`; hand that back as \`cursor\` for the next page. It is null on the last one.

**Errors** are \`application/problem+json\` (RFC 9457). Branch on \`code\`; \`detail\` is a sentence for people, in English or Russian
by \`Accept-Language\`. A failed validation names every problem in \`errors\`, the first also on top. An address that isn't listed
answers 404 \`NOT_FOUND\`; a listed one answers 405 \`METHOD_NOT_ALLOWED\` with \`Allow\` to a method that it doesn't have. GET also
answers HEAD.

**Other sites.** A request that changes something and relies on a cookie, and every sign-in, registration, setup and sign-out,
is refused with 403 \`CSRF_REJECTED\` when a browser says that it comes from another site.

**Tracing.** Every answer has \`X-Trace-ID\`: that of an incoming W3C \`traceparent\`, else a new one. It stands in the server's log.
`.trim();
