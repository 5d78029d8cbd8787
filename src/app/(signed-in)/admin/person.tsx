import { Link } from "@/components/link";

type Props = { id: string | null; username: string | null; unknown: string; gone: string };

/** The person in an event: not signed in, purged, or a link to the account. */
export function Person({ id, username, unknown, gone }: Props) {
  if (id === null) return unknown;
  if (username === null) return gone;
  return (
    <Link
      href={`/admin/users/${id}`}
      className="text-foreground underline decoration-input underline-offset-3 hover:decoration-current"
    >
      {username}
    </Link>
  );
}
