import postgres from "postgres";

const KEY = Symbol.for("floor.database");

globalThis[KEY] ??= postgres(process.env.DATABASE_URL, { max: 5 });

export const sql = globalThis[KEY];
