type Props = { name: string; url: string | null; className?: string };

/** The person's picture, else the first letters of their name. Decoration: the name stands beside it. */
export function Avatar({ name, url, className = "size-8 text-xs" }: Props) {
  const box = `grid shrink-0 place-items-center overflow-hidden rounded-full bg-accent font-semibold text-accent-foreground ${className}`;
  return (
    <span aria-hidden="true" className={box}>
      {/* biome-ignore lint/performance/noImgElement: it is stored in the size it is shown in */}
      {url ? <img src={url} alt="" className="size-full object-cover" /> : initials(name)}
    </span>
  );
}

function initials(name: string) {
  const words = name.split(/[\s._-]+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? "")][0] ?? "",
  );
  return letters.join("").toLocaleUpperCase();
}
