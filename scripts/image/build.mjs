import { rmSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../launch/ground/paths.mjs";
import { addServer, assemble } from "./assemble.mjs";

// What the Dockerfile copies into the image: dist/image. After a build with GATEHOUSE_STANDALONE=1.

const folder = path.join(ROOT, "dist", "image");
rmSync(folder, { recursive: true, force: true });
addServer(folder);
await assemble(folder);
