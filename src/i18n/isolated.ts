const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/**
 * What a person wrote, for the middle of a sentence of ours: without the marks, Arabic or Hebrew would draw the
 * punctuation and numbers around it to its other side. In an element of its own `dir="auto"` does the same.
 */
export function isolated(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
}
