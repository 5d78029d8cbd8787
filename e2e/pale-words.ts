/** Words that are shown and paler than a third of the way to white. In the browser. */
export function paleWords(): string[] {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true })!;
  const lightness = (color: string) => {
    canvas.fillStyle = "#fff";
    canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  };
  const texts = document.createTreeWalker(
    document.querySelector("main") ?? document.body,
    NodeFilter.SHOW_TEXT,
  );
  const pale: string[] = [];
  while (texts.nextNode()) {
    const { parentElement: at, textContent: text } = texts.currentNode;
    if (!at?.checkVisibility() || at.closest("script, style, [aria-hidden=true]") || !text?.trim()) continue;
    if (lightness(getComputedStyle(at).color) > 0.45) pale.push(text);
  }
  return lightness(getComputedStyle(document.body).backgroundColor) < 0.99 ? [...pale, "on gray"] : pale;
}
