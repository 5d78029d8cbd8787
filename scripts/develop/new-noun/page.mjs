// The page: a form to add one, and the list with what deletes one.

/** @typedef {import("./noun.mjs").Noun} Noun */
/** @typedef {Record<string, string | Record<string, string>> & { title: string }} Words */
/** @typedef {import("./noun.mjs").Field} Field */

/** @param {Noun} noun */
export function pageFile({ many, one, One, Many, ONE, fields, title }) {
  const labels = fields.map(({ name, column }) => `    ${name}: t("fields.${column}"),`).join("\n");
  const texts = fields.filter(({ column, kind }) => kind !== "flag" && column !== title.column);
  const shown = texts.map(({ column, optional }) => {
    const text = `<span className="wrap-anywhere block whitespace-pre-line text-muted-foreground">{${one}.${column}}</span>`;
    return optional ? `{${one}.${column} !== null && (${text})}` : text;
  });
  const flags = fields.filter(({ kind }) => kind === "flag");
  const badges = flags.map(
    ({ column }) => `                  {${one}.${column} && <Badge>{t("fields.${column}")}</Badge>}`,
  );
  return `import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { formStrings } from "@/app/form-strings";
import { SubmitButton } from "@/components/form/submit-button";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ${ONE}_LIMITS } from "@/domain/${many}/inputs";
import { list${Many} } from "@/domain/${many}/${many}";
import { requireUser } from "@/http/page-caller";
import { readQuery, type SearchParams } from "../address";
import { Pager } from "../admin/pager";
${flags.length > 0 ? 'import { Badge } from "../badge";\n' : ""}import { ConfirmedWrite } from "../confirmed-write";
import { orFirstPage } from "../first-page";
import { PageFrame } from "../page-frame";
import { ${One}Form } from "./${one}-form";

const PER_PAGE = 20;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("${many}");
  return { title: t("title") };
}

export default async function ${Many}Page({ searchParams }: { searchParams: SearchParams }) {
  const { user } = await requireUser();
  const query = await readQuery(searchParams);
  const [t, form, page] = await Promise.all([
    getTranslations("${many}"),
    formStrings(),
    orFirstPage(query.cursor, (cursor) => list${Many}({ userId: user.id, limit: PER_PAGE, cursor })),
  ]);
  const labels = {
${labels}
  };
  return (
    <PageFrame title={t("title")}>
      <div className="grid gap-6">
        <Card>
          <${One}Form limits={${ONE}_LIMITS} strings={{ form, labels }}>
            <SubmitButton>{t("add")}</SubmitButton>
          </${One}Form>
        </Card>
        <Card>
          {page.items.length === 0 && <p className="p-5 text-muted-foreground text-sm sm:p-6">{t("empty")}</p>}
          <ul className="divide-y divide-border">
            {page.items.map((${one}) => (
              <li key={${one}.id} className="flex items-center gap-4 px-5 py-4 text-sm sm:px-6">
                <div className="mr-auto min-w-0">
                  <span className="wrap-anywhere block font-medium">{${one}.${title.column}}</span>
${[...shown, ...badges].join("\n")}
                </div>
                <ConfirmedWrite
                  path={\`/api/v1/${many}/\${${one}.id}\`}
                  strings={{
                    title: t("deleteTitle", { name: ${one}.${title.column} }),
                    body: t("deleteBody"),
                    confirm: t("delete"),
                    cancel: t("cancel"),
                    unreachable: form.unreachable,
                  }}
                >
                  <Button variant="outline" size="sm" aria-label={t("deleteNamed", { name: ${one}.${title.column} })}>
                    {t("delete")}
                  </Button>
                </ConfirmedWrite>
              </li>
            ))}
          </ul>
          <Pager
            label={t("pages")}
            path="/${many}"
            query={query}
            nextCursor={page.next_cursor}
            strings={{ first: t("first"), next: t("next") }}
          />
        </Card>
      </div>
    </PageFrame>
  );
}
`;
}

/** @param {Noun} noun */
export function formFile({ many, One, fields }) {
  const has = (/** @type {Field["kind"]} */ kind) => fields.some((field) => field.kind === kind);
  const controls = fields.map(controlOf).join("\n");
  const body = fields.map((field) => `      ${field.column}: ${readingOf(field)},`).join("\n");
  const limited = fields.filter(({ kind }) => kind === "line" || kind === "text");
  const limits = limited.map(({ column }) => `"${column}"`).join(" | ");
  return `"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { ApiForm } from "@/components/form/api-form";
import { Field } from "@/components/form/field";
${has("text") ? 'import { FieldFrame } from "@/components/form/field-frame";\n' : ""}import type { FormStrings } from "@/components/form/problems";
import { CardFooter } from "@/components/ui/card";
${has("text") ? 'import { inputStyle } from "@/components/ui/input";\n' : ""}import { gatehouse } from "../keep-session";

type Props = {
  limits: Record<${limits}, number>;
  strings: {
    form: FormStrings;
    labels: Record<${fields.map(({ name }) => `"${name}"`).join(" | ")}, string>;
  };
  /** The submit button, rendered on the server. */
  children: ReactNode;
};

export function ${One}Form({ limits, strings, children }: Props) {
  const router = useRouter();
  const { form, labels } = strings;

  async function send(target: HTMLFormElement) {
    const given = new FormData(target);
    const body = {
${body}
    };
    return (await gatehouse.POST("/api/v1/${many}", { body })).error;
  }

  function show(target: HTMLFormElement) {
    target.reset();
    router.refresh();
  }

  return (
    <ApiForm send={send} onDone={show} strings={form}>
      <div className="grid gap-5 p-5 sm:p-6">
${controls}
      </div>
      <CardFooter className="justify-end">{children}</CardFooter>
    </ApiForm>
  );
}
`;
}

/** @param {Field} field */
function readingOf({ column, kind, optional }) {
  if (kind === "flag") return `given.has("${column}")`;
  const text = `String(given.get("${column}"))`;
  if (kind === "number")
    return optional ? `given.get("${column}") ? Number(given.get("${column}")) : null` : `Number(${text})`;
  return optional ? `${text} || null` : text;
}

/** @param {Field} field */
function controlOf({ name, column, kind, optional }) {
  const required = optional ? "" : " required";
  const label = `label={labels.${name}}`;
  switch (kind) {
    case "line":
      return `        <Field name="${column}" ${label} maxLength={limits.${column}} autoComplete="off"${required} />`;
    case "number":
      return `        <Field name="${column}" ${label} type="number" step="1"${required} />`;
    case "text":
      return `        <FieldFrame name="${column}" ${label}>
          {(wiring) => (
            <textarea
              {...wiring}
              name="${column}"
              rows={4}
              maxLength={limits.${column}}
              className={\`\${inputStyle} h-auto py-2\`}${required}
            />
          )}
        </FieldFrame>`;
    default:
      return `        <label className="flex items-center gap-2 text-sm">
          <input type="checkbox" name="${column}" className="size-4" />
          {labels.${name}}
        </label>`;
  }
}

/**
 * @param {Noun} noun
 * @returns {{ en: Words } & Partial<Record<string, Words>>} for a language without its own, the English ones
 */
export function messagesOf({ Many, fields }) {
  const own = Object.fromEntries(fields.map(({ column, label }) => [column, label]));
  return {
    en: {
      title: Many,
      fields: own,
      add: "Add",
      empty: "Nothing here yet. Add the first one above.",
      delete: "Delete",
      deleteNamed: "Delete: {name}",
      deleteTitle: "Delete “{name}”?",
      deleteBody: "This can't be undone.",
      cancel: "Cancel",
      pages: "Pages",
      first: "First page",
      next: "Next",
    },
    ru: {
      title: Many,
      fields: own,
      add: "Добавить",
      empty: "Пока ничего нет. Добавьте первую запись выше.",
      delete: "Удалить",
      deleteNamed: "Удалить: {name}",
      deleteTitle: "Удалить «{name}»?",
      deleteBody: "Это действие нельзя отменить.",
      cancel: "Отмена",
      pages: "Страницы",
      first: "На первую",
      next: "Следующая",
    },
    de: {
      title: Many,
      fields: own,
      add: "Hinzufügen",
      empty: "Noch nichts da. Legen Sie oben den ersten Eintrag an.",
      delete: "Löschen",
      deleteNamed: "Löschen: {name}",
      deleteTitle: "„{name}“ löschen?",
      deleteBody: "Das lässt sich nicht rückgängig machen.",
      cancel: "Abbrechen",
      pages: "Seiten",
      first: "Erste Seite",
      next: "Weiter",
    },
  };
}
