import { renewSession } from "./renew-session";

/** A write to the API. Where only the access token has ended, the session is renewed and the write sent again. */
export async function sendJson(method: "POST" | "PATCH" | "PUT" | "DELETE", path: string, body?: unknown) {
  const send = () =>
    fetch(path, {
      method,
      headers: body === undefined ? {} : { "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  const response = await send();
  if (response.status !== 401) return response;
  return typeof (await renewSession()) === "string" ? response : send();
}
