import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createTranslator } from "next-intl";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import manifest from "@/app/manifest";
import { BRAND, tagline } from "@/brand";
import { database } from "@/db/pool";
import { MAIL_KINDS } from "@/domain/mails/kinds";
import { lastKnownName } from "@/domain/organization/organization";
import { isGuessable } from "@/domain/users/guessable";
import { apiDocsPage } from "@/http/api-docs-page";
import { createOpenApiDocument } from "@/http/openapi/document";
import { LOCALES, MESSAGES } from "@/i18n/locale";
import { renderMail } from "@/mails/render";
import { serveApi } from "@/testing/api-server";
import { forgetEverything, setUpOrganization } from "@/testing/factories";

// Renamed, as a team that clones this does it first of all.
const MADE_BY_THE_BRAND = ["src/brand.ts", "src/lib/brand.mjs", "src/app/icon.svg"];
const FORMER = vi.hoisted(() => ({ name: "" }));
vi.mock("@/brand", async (actual) => {
  const module = await actual<typeof import("@/brand")>();
  FORMER.name = module.BRAND.name;
  return { ...module, BRAND: { ...module.BRAND, name: "Quay & Sons" } };
});
afterAll(() => vi.doUnmock("@/brand"));

const api = serveApi();
const shown = (thing: unknown) => JSON.stringify(thing).toLowerCase();

beforeEach(forgetEverything);

describe("once it is renamed, the former name stands", () => {
  test("in no file that is shown, sent or printed: they all ask the brand", () => {
    const files = ["src", "scripts", "messages", "public"]
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ parentPath, name }) => path.posix.join(parentPath.replaceAll("\\", "/"), name)),
      )
      .filter(
        (file) =>
          !MADE_BY_THE_BRAND.includes(file) && !/\.test\.|\.d\.(?:json\.)?ts$|\.(?:png|ico)$/.test(file),
      );
    expect(files.length).toBeGreaterThan(500);
    expect(files.filter((file) => readFileSync(file, "utf8").includes(FORMER.name))).toEqual([]);
  });

  test.each([...LOCALES])("in no sentence of %s", (locale) => {
    expect(shown(MESSAGES[locale])).not.toContain(FORMER.name.toLowerCase());
    const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: "setup.welcome" });
    expect(t("heading", { product: BRAND.name })).toContain("Quay & Sons");
  });

  test.each(LOCALES.flatMap((locale) => MAIL_KINDS.map((kind) => [kind, locale] as const)))(
    "in no mail before there is an organization: %s in %s",
    async (kind, locale) => {
      const mail = await renderMail(mailOf(kind, locale));
      expect(mail.text).toContain("Quay & Sons");
      expect(shown(mail)).not.toContain(FORMER.name.toLowerCase());
    },
  );

  test("neither in the manifest nor in the line under the name, in any language", () => {
    expect(manifest()).toMatchObject({ name: "Quay & Sons", description: tagline("en") });
    expect(shown([manifest(), LOCALES.map(tagline)])).not.toContain(FORMER.name.toLowerCase());
  });

  test("neither in the API's document nor on its pages before there is an organization", async () => {
    const html = await apiPage();
    expect(html).toContain("<title>API · Quay &amp; Sons</title>");
    expect(createOpenApiDocument([]).info.title).toBe("Quay & Sons");
    expect(html).not.toContain(FORMER.name);
  });

  test("nor is it what a password may not be made of", () => {
    expect([isGuessable("Quay & Sons 2026!", []), isGuessable(`${FORMER.name}2026!`, [])]).toEqual([
      true,
      false,
    ]);
  });
});

describe("once there is an organization, its name stands instead", () => {
  beforeEach(async () => {
    await setUpOrganization();
    await database()`update providers set name = 'Lantern & <Sons>'`;
  });

  test("in mails", async () => {
    const { subject, text } = await renderMail(mailOf("new_device", "en"));
    expect(subject).toBe("New sign-in to Lantern & <Sons>");
    expect(text).not.toContain("Quay & Sons");
  });

  test("in titles, on the API's pages and in its document", async () => {
    expect(await lastKnownName()).toBe("Lantern & <Sons>");
    expect(await apiPage()).toContain("<title>API · Lantern &amp; &lt;Sons&gt;</title>");
    expect((await (await api.fetch("/api/v1/openapi.json")).json()).info.title).toBe("Lantern & <Sons>");
  });
});

async function apiPage() {
  const page = { title: "API", at: "/docs", styles: [], scripts: [] } as const;
  return (
    await apiDocsPage(new Request("http://localhost/docs"), { ...page, styles: [], scripts: [] })
  ).text();
}

const DETAIL = { inviter: "Ada", provider: "GitHub", time: "today" };

function mailOf(kind: string, locale: string) {
  return {
    ...{
      id: "7f9c24e8-3b12-4fef-91e0-56a2d5a1b001",
      kind,
      locale,
      recipient: "ada@example.com",
      detail: DETAIL,
    },
    ...{ sentAt: null, createdAt: new Date(), username: "ada", fullName: null, isVerified: false },
  };
}
