// What a person sees where no page of the application gets to answer: self-contained, without script.

export const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const STYLE = `
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
  body { margin: 0; box-sizing: border-box; min-height: 100dvh; display: grid; place-content: center; text-align: center; padding: 1.5rem;
    background: light-dark(oklch(0.982 0.006 95), oklch(0.185 0.013 172));
    color: light-dark(oklch(0.25 0.028 172), oklch(0.945 0.012 95)) }
  h1 { font-size: 1.5rem; margin: 0 0 .5rem; text-wrap: balance }
  p { margin: 0 auto 1.5rem; max-width: 26rem }
  small { display: block; margin-top: 2rem; opacity: .75; overflow-wrap: anywhere }
  a { display: inline-block; padding: .625rem 1.25rem; border-radius: .5rem; text-decoration: none;
    background: light-dark(oklch(0.41 0.088 166), oklch(0.83 0.135 80));
    color: light-dark(oklch(0.985 0.012 95), oklch(0.25 0.045 90)) }`;

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
