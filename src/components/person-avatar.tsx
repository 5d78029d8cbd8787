import { Avatar, AvatarFallback, AvatarImage } from "./ui/avatar";

type Props = { name: string; url: string | null; className?: string };

/** A person's picture or initials. Decorative: the name is shown beside it. */
export function PersonAvatar({ name, url, className }: Props) {
  return (
    <Avatar aria-hidden="true" className={className}>
      <AvatarFallback>{initials(name)}</AvatarFallback>
      {url && <AvatarImage src={url} />}
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
