/** The page's background, by day and by night, for what can't read globals.css. */
export const PAPER = "#faf8f3";
export const NIGHT = "#0c1512";
