import { register } from "node:module";

// node --import tsx --import ./scripts/develop/server-only.mjs …: for scripts that load what otherwise only Next's server does.
// Next resolves the package of this name itself; here it is an empty module.

const resolver = `
  export async function resolve(specifier, context, next) {
    if (specifier === "server-only") return { url: "data:text/javascript,", shortCircuit: true };
    return next(specifier, context);
  }
`;
register(`data:text/javascript,${encodeURIComponent(resolver)}`);
