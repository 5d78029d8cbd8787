// The entry of `npm start` and `npm run dev`. It must be readable for a Node that is too old, so that it can say so:
// nothing newer than import() here, and everything else behind it.

var found = process.versions.node.split(".").map(Number);
var major = found[0] || 0;
var minor = found[1] || 0;

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    "\n  This needs Node 20.19 or newer; this is Node " +
      process.versions.node +
      ".\n\n  → Install a newer one: https://nodejs.org, or: nvm install 22\n",
  );
  process.exitCode = 1;
} else {
  import("./product.mjs").then((product) => product.run(process.argv.indexOf("--dev") > 1 ? "dev" : "start"));
}
