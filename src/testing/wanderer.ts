/** Where somebody ended up: the answer that is no redirect, or the redirect to a page of ours, which no test serves. */
export type Stop = { url: string; response: Response; location: string | null };

export type Wanderer = {
  /** Goes there as a browser does, cookies and redirects included. */
  go: (
    address: string,
    init?: { method?: string; form?: Record<string, string>; headers?: HeadersInit },
  ) => Promise<Stop>;
  /** Fills in the form of the page where one stopped. */
  submit: (stop: Stop, fields: Record<string, string>) => Promise<Stop>;
  /** The cookies that it has for an address, by name. */
  cookies: (address: string) => Map<string, string>;
};

/** A browser without script and without a window, for ways that lead over several servers. */
export function createWanderer({ home }: { home: string }): Wanderer {
  const jars = new Map<string, Map<string, string>>();
  const cookies = (address: string) => {
    const { hostname } = new URL(address);
    const jar = jars.get(hostname) ?? new Map<string, string>();
    jars.set(hostname, jar);
    return jar;
  };

  const go: Wanderer["go"] = async (address, { method = "GET", form, headers } = {}) => {
    let url = address;
    let init: RequestInit = { method, body: form && new URLSearchParams(form) };
    for (let step = 0; step < 15; step++) {
      const jar = cookies(url);
      const response = await fetch(url, {
        ...init,
        redirect: "manual",
        headers: {
          accept: "text/html",
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
          ...(init.method === "POST" && { origin: new URL(url).origin }),
          ...headers,
        },
      });
      for (const line of response.headers.getSetCookie()) keep(jar, line);
      const location = response.headers.get("location");
      if (location === null) return { url, response, location };
      const target = new URL(location, url);
      if (target.origin === home && !target.pathname.startsWith("/api/")) {
        return { url, response, location: target.href.slice(home.length) };
      }
      url = target.href;
      init = { method: "GET" };
    }
    throw new Error(`Round and round: ${url}`);
  };

  return {
    go,
    cookies,
    async submit({ url, response }, fields) {
      const page = await response.text();
      const action = /<form[^>]* action="([^"]*)"/.exec(page)?.[1];
      if (action === undefined) throw new Error(`There is no form at ${url}: ${page}`);
      const hidden = [...page.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)];
      const kept = Object.fromEntries(
        hidden.map(([, name = "", value = ""]) => [name, value.replaceAll("&amp;", "&")]),
      );
      return go(new URL(action, url).href, { method: "POST", form: { ...kept, ...fields } });
    },
  };
}

function keep(jar: Map<string, string>, line: string) {
  const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  if (value === "" || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(name);
  else jar.set(name, value);
}
