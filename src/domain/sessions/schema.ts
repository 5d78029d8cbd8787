import { z } from "zod";

const DAY_SECONDS = 86_400;

/** The settings say the most that an organization may want; these hold whatever they say. */
export const SESSION_SECONDS = { least: 900, leastIdle: 300, most: 400 * DAY_SECONDS };

/** In whole minutes, as people say them. */
const secondsSchema = z.int().max(SESSION_SECONDS.most).multipleOf(60);

export const sessionSecondsSchema = secondsSchema.min(SESSION_SECONDS.least);

export const idleSecondsSchema = secondsSchema.min(SESSION_SECONDS.leastIdle);
