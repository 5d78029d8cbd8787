import type { IconNode } from "lucide";

/** A lucide icon. They are plain data, so an icon rendered on the server costs no script. */
export function Icon({ of, className = "size-4" }: { of: IconNode; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      className={`icon shrink-0 ${className}`}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: shapes of the package alone; one text costs a page a fifth of its elements
      dangerouslySetInnerHTML={{ __html: shapesOf(of) }}
    />
  );
}

const drawn = new WeakMap<IconNode, string>();

/** Their markup, made once for each icon. */
function shapesOf(icon: IconNode): string {
  const known = drawn.get(icon) ?? icon.map(shape).join("");
  drawn.set(icon, known);
  return known;
}

function shape([tag, attributes]: IconNode[number]) {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  return `<${tag}${written.join("")}/>`;
}
