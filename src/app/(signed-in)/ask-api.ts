import { gatehouse } from "./keep-session";

type Answer<T> = { data?: T; error?: { detail?: string }; response: Response };

/** The client's types know patterns of paths and bodies of JSON; here the path is complete, or the body a file. */
export function askApi<T>(method: string, path: string, init: object = {}): Promise<Answer<T>> {
  const request = gatehouse.request as (method: string, path: string, init: object) => Promise<Answer<T>>;
  return request(method.toLowerCase(), path, init);
}
