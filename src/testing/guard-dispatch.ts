import { handOver } from "@/lib/application.mjs";
import { loadRoute, type RoutePlace } from "../../scripts/develop/routes";
import { createDispatch } from "../guard/dispatch.mjs";

type Observe = (request: Request, answer: Response) => Promise<Response>;

/** Calls the handlers as the guard does, each answer seen on its way out. */
export function dispatchTo(routes: RoutePlace[], observe: Observe) {
  handOver({
    routes: routes.map((route) => ({ address: route.address, load: () => observedHandlers(route, observe) })),
    pages: [],
    ownPages: {},
    onError: (error) => console.error(error),
  });
  return createDispatch({ vary: "" });
}

async function observedHandlers(route: RoutePlace, observe: Observe) {
  const { handlers } = await loadRoute(route);
  return Object.fromEntries(
    Object.entries(handlers).map(([method, handler]) => [
      method,
      async (...args: Parameters<typeof handler>) => observe(args[0], await handler(...args)),
    ]),
  );
}
