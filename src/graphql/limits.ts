import { maxAliasesRule } from "@escape.tech/graphql-armor-max-aliases";
import { maxDepthRule } from "@escape.tech/graphql-armor-max-depth";
import { GraphQLError, NoSchemaIntrospectionCustomRule, type ValidationContext } from "graphql";
import type { Plugin } from "graphql-yoga";

// What one request may ask for. A page of tasks with their tags is five deep and some fifty tokens.
const MOST_DEEP = 8;
const MOST_ALIASES = 15;
const MOST_TOKENS = 1_000;

/** Refused as any other problem of the document is, before anything is asked of the database. */
const refusal = {
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, { message }: GraphQLError) =>
      context?.reportError(new GraphQLError(message.replace("Syntax Error: ", ""))),
  ],
};

export const limits: Plugin = {
  onParse({ parseFn, setParseFn }) {
    setParseFn((source, options) => parseFn(source, { ...options, maxTokens: MOST_TOKENS }));
  },
  onValidate({ addValidationRule }) {
    addValidationRule(maxDepthRule({ n: MOST_DEEP, flattenFragments: true, ...refusal }));
    addValidationRule(maxAliasesRule({ n: MOST_ALIASES, ...refusal }));
  },
};

export const refuseIntrospection: Plugin = {
  onValidate({ addValidationRule }) {
    addValidationRule(NoSchemaIntrospectionCustomRule);
  },
};
