import { headers } from "next/headers";
import { cache } from "react";
import { preferencesIn } from "@/lib/preferences.mjs";

/** How this browser likes its pages. */
export const readPreferences = cache(async () => preferencesIn((await headers()).get("cookie")));
