type Send = (request: Request, through: typeof fetch) => Promise<Response>;

/** Sends as a browser does for a page of this origin: with its cookies, which the answers change. */
export function cookieJar(origin: string, cookies: Record<string, string>): Send {
  const jar = new Map(Object.entries(cookies));
  return async (request, through) => {
    const sent = new Request(request);
    sent.headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
    sent.headers.set("sec-fetch-site", "same-origin");
    if (request.method !== "GET") sent.headers.set("origin", origin);
    const response = await through(sent);
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
}
