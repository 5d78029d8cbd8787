import { pageSession } from "./page-session";

/** A write to the API. Where only the access token has ended, the session is renewed and the write sent again. */
export function sendJson(
  method: "POST" | "PATCH" | "PUT" | "DELETE",
  path: string,
  body?: unknown,
): Promise<Response> {
  const json = { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  return pageSession.send(new Request(path, { method, ...(body !== undefined && json) }));
}
