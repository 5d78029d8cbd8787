import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { expect, test } from "vitest";
import { ERROR_CODES } from "@/lib/errors";
import { LOCALES, MESSAGES } from "./locale";

type Tree = { [key: string]: Tree | string };

/** Russian counts in four forms; a plural that lacks one reads wrong for some number. */
function pluralForms(locale: string) {
  return new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
}

const flat = Object.fromEntries(
  LOCALES.map((locale) => [locale, flatten(MESSAGES[locale] as unknown as Tree)]),
);
const others = LOCALES.filter((locale) => locale !== "en");

test.each(others)("%s has the very keys of English", (locale) => {
  expect(Object.keys(flat[locale]!).sort()).toEqual(Object.keys(flat.en!).sort());
});

test.each(others)("%s takes the arguments that English takes", (locale) => {
  const wrong = Object.entries(flat.en!).filter(
    ([key, message]) => argumentsOf(message).join() !== argumentsOf(flat[locale]![key] ?? "").join(),
  );
  expect(wrong).toEqual([]);
});

test.each([...LOCALES])("every plural of %s has all its forms", (locale) => {
  const wrong = Object.entries(flat[locale]!).filter(([, message]) =>
    pluralsOf(parse(message)).some((forms) => pluralForms(locale).some((form) => !forms.includes(form))),
  );
  expect(wrong).toEqual([]);
});

test.each([...LOCALES])("every error code has its sentence in %s", (locale) => {
  expect(Object.keys(MESSAGES[locale].errors).sort()).toEqual([...ERROR_CODES].sort());
});

function flatten(tree: Tree, prefix = ""): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(tree).map(([key, value]) =>
      typeof value === "string" ? { [prefix + key]: value } : flatten(value, `${prefix}${key}.`),
    ),
  );
}

function elementsOf(elements: MessageFormatElement[]): MessageFormatElement[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      return [element, ...Object.values(element.options).flatMap((option) => elementsOf(option.value))];
    }
    return element.type === TYPE.tag ? [element, ...elementsOf(element.children)] : [element];
  });
}

function argumentsOf(message: string): string[] {
  const named = elementsOf(parse(message)).filter(
    (element) => element.type !== TYPE.literal && element.type !== TYPE.pound,
  );
  return [...new Set(named.map((element) => ("value" in element ? String(element.value) : "")))].sort();
}

function pluralsOf(elements: MessageFormatElement[]): string[][] {
  return elementsOf(elements).flatMap((element) =>
    element.type === TYPE.plural ? [Object.keys(element.options)] : [],
  );
}
