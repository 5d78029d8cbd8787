// What anybody plans for. Before it clocks were set by the sun, and Postgres writes years of three digits in a way of its own;
// long after it the calendars of zones are guesses.

export const FIRST_MOMENT = Date.parse("1970-01-01T00:00:00Z");
export const LAST_MOMENT = Date.parse("2200-12-31T23:59:59.999Z");
