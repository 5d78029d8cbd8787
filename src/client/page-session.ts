import { cookieCarrier } from "./cookie-carrier";
import { sessionOver } from "./session";

function send(request: Request) {
  return fetch(request);
}

/** The session of the page that this is loaded in: what is sent by it is renewed where needed, with all its tabs. */
export const pageSession = sessionOver({ carrier: cookieCarrier({ baseUrl: "", fetch: send }), fetch: send });
