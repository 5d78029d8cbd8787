import SchemaBuilder from "@pothos/core";
import RelayPlugin from "@pothos/plugin-relay";
import { GraphQLError } from "graphql";
import type { GraphqlContext } from "./context";

export type SchemaTypes = {
  Context: GraphqlContext;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string | number };
    DateTime: { Input: string; Output: Date };
  };
};

export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [RelayPlugin],
  defaultFieldNullability: false,
  // Every thing is found by its owner and its number; there is no search for anything by one global id.
  relay: { nodeQueryOptions: false, nodesQueryOptions: false },
});

builder.queryType();
builder.mutationType();

/** What comes in stays text: the schemas of the domain read it, as they do for REST. */
builder.scalarType("DateTime", {
  description: "RFC 3339, told in UTC",
  serialize: (value) => value.toISOString(),
  parseValue(value) {
    if (typeof value !== "string") throw new GraphQLError("A DateTime is a string.");
    return value;
  },
});
