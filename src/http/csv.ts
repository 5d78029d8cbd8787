/** What a spreadsheet would take for a formula, the full-width look-alikes included (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A line of CSV (RFC 4180) that a spreadsheet shows as it is written, whoever chose the words in it. */
export function csvLine(cells: (string | null)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(text: string | null): string {
  if (text === null || text === "") return "";
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /^[\w.:-]*$/.test(harmless) ? harmless : `"${harmless.replaceAll('"', '""')}"`;
}
