import type { ReactNode } from "react";
import { Link, useHref } from "react-router";

/**
 * A link that the server gave: a path is a place in this shell (with or without the shell's own base in front),
 * a full address an ordinary link, nothing plain text.
 */
export function PlaceLink({ to, children }: { to: string | null | undefined; children: ReactNode }) {
  const root = useHref("/").replace(/\/$/, "");
  if (!to) return <>{children}</>;
  if (!to.startsWith("/")) return <a href={to}>{children}</a>;
  return <Link to={root && to.startsWith(`${root}/`) ? to.slice(root.length) : to}>{children}</Link>;
}
