import type { ReactNode } from "react";
import { Link, useHref } from "react-router";

/**
 * A link that the server gave. What lies in this shell opens in it; anything else (a public page, another host)
 * is an ordinary link; an empty one is plain text.
 */
export function PlaceLink({ to, children }: { to: string | null | undefined; children: ReactNode }) {
  const root = useHref("/").replace(/\/$/, "");
  if (!to) return <>{children}</>;
  if (root && to.startsWith(`${root}/`)) return <Link to={to.slice(root.length)}>{children}</Link>;
  if (!root && to.startsWith("/") && !to.startsWith("/at/")) return <Link to={to}>{children}</Link>;
  return <a href={to}>{children}</a>;
}
