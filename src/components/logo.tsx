import { Mark } from "./mark";

type Props = { url: string | null | undefined; className?: string };

/** The organization's logo; ours where it has none. Decorative: the name is shown beside it. */
export function Logo({ url, className = "size-8" }: Props) {
  if (!url) return <Mark className={`text-mark ${className}`} />;
  return (
    // biome-ignore lint/performance/noImgElement: it is stored in the sizes it is shown in
    <img
      src={`${url}?size=64`}
      srcSet={`${url}?size=64 1x, ${url} 2x`}
      alt=""
      className={`shrink-0 object-contain ${className}`}
    />
  );
}
