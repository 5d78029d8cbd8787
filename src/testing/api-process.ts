import http from "node:http";
import type { AddressInfo } from "node:net";
import { boot } from "@/boot";
import { loadRoutes } from "../../scripts/develop/routes";
import { useCheapHashing as hashCheaply } from "./cheap-hashing";
import { send, toRequest } from "./node-http";
import { findRoute } from "./route-table";

// A whole instance of the API, booted and with the guard in front: every route.ts behind a server of its own process.

hashCheaply();
await boot();
const routes = await loadRoutes();
const server = http.createServer(async (message, response) => {
  const request = toRequest(message, "http://localhost");
  const found = findRoute(routes, new URL(request.url).pathname);
  const handler = found?.route.handlers[request.method];
  const answer = await handler?.(request, { params: Promise.resolve(found?.params ?? {}) });
  await send(answer ?? new Response(null, { status: 501 }), response);
});
server.listen(0, "127.0.0.1", () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
process.on("disconnect", () => process.exit());
