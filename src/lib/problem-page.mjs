import { COLORS } from "./brand.mjs";

// What a person sees where no page of the application gets to answer: self-contained, without script.

export const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** @param {keyof typeof COLORS} name */
const both = (name) => `light-dark(${COLORS[name].day}, ${COLORS[name].night})`;

const STYLE = `
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
  body { margin: 0; box-sizing: border-box; min-height: 100dvh; display: grid; place-content: center; text-align: center; padding: 1.5rem;
    background: ${both("background")};
    color: ${both("foreground")} }
  h1 { font-size: 1.5rem; margin: 0 0 .5rem; text-wrap: balance }
  p { margin: 0 auto 1.5rem; max-width: 26rem }
  small { display: block; margin-top: 2rem; opacity: .75; overflow-wrap: anywhere }
  a { display: inline-block; padding: .625rem 1.25rem; border-radius: .5rem; text-decoration: none;
    background: ${both("primary")};
    color: ${both("primaryForeground")} }`;

/**
 * @param {{ locale: string, heading: string, body: string, retry: string, reference: string }} strings
 * @returns {string} the words are the product's own, and the reference is a trace id: nothing in it is a caller's
 */
export function problemPage({ locale, heading, body, retry, reference }) {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heading}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${heading}</h1>
<p>${body}</p>
<a href="">${retry}</a>
<small>${reference}</small>
</main>
</body>
</html>
`;
}
