import { builder } from "./builder";
import "./service";
import "./tags";
import "./tasks";

export const schema = builder.toSchema();
