type Named = { label: string; detail?: string };

/** Those in whose words every word of the query stands, whatever its case and accents. */
export function matching<C extends Named>(choices: C[], query: string): C[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  return choices.filter(({ label, detail = "" }) => {
    const text = folded(`${label} ${detail}`);
    return words.every((word) => text.includes(word));
  });
}

function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
