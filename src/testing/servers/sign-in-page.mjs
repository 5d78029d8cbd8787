// The page of a pretended provider: who one is there is typed in, so that each test is somebody else.

/**
 * @param {{ title: string, action: string, fields: Record<string, string>, hidden?: Record<string, string> }} page
 *   fields: label by name
 */
export function signInPage({ title, action, fields, hidden = {} }) {
  const inputs = Object.entries(fields).map(
    ([name, label]) => `<p><label>${label} <input name="${name}"></label></p>`,
  );
  const kept = Object.entries(hidden).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`,
  );
  return `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>${title}</title><h1>${title}</h1>
    <form method="post" action="${action}">${inputs.join("")}${kept.join("")}
    <button name="decision" value="allow">Allow</button> <button name="decision" value="refuse">Refuse</button></form>`;
}

/** @param {string} text */
function escapeHtml(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

/** @param {import("node:http").IncomingMessage} request @returns {Promise<Record<string, string>>} */
export async function readForm(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
}
