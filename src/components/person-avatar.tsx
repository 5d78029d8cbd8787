import { Avatar, AvatarFallback, AvatarImage } from "./ui/avatar";

type Props = { id: string; name: string; url: string | null; className?: string };

const HUES = 12;

/** A person's picture or initials. Decorative: the name is shown beside it. */
export function PersonAvatar({ id, name, url, className }: Props) {
  return (
    <Avatar aria-hidden="true" className={className}>
      <AvatarFallback style={colorOf(id)}>{initials(name)}</AvatarFallback>
      {url && <AvatarImage src={`${url}?size=64`} srcSet={`${url}?size=64 1x, ${url} 2x`} />}
    </Avatar>
  );
}

function initials(name: string) {
  const words = name.split(/[\s._-]+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? "")][0] ?? "",
  );
  return letters.join("").toLocaleUpperCase();
}

/** The account's for good: a new name doesn't change it. */
function colorOf(id: string) {
  const hue = (Number.parseInt(id.slice(0, 8), 16) % HUES) * (360 / HUES);
  return {
    background: `light-dark(oklch(0.91 0.05 ${hue}), oklch(0.36 0.055 ${hue}))`,
    color: `light-dark(oklch(0.36 0.085 ${hue}), oklch(0.94 0.035 ${hue}))`,
  };
}
