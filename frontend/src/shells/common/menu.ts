import type { ReactNode } from "react";

/** One place in a shell's menu; hidden from those who hold none of its permissions. */
export interface Place {
  path: string;
  label: string;
  icon?: ReactNode;
  /** Any of these lets one see it; none listed: everybody signed in. */
  any?: string[];
}

export interface PlaceGroup {
  label: string;
  places: Place[];
}

/** What of the menu a person may see. */
export function visible(groups: PlaceGroup[], can: (permission: string) => boolean): PlaceGroup[] {
  return groups
    .map((group) => ({ ...group, places: group.places.filter((place) => !place.any || place.any.some(can)) }))
    .filter((group) => group.places.length > 0);
}

/** The menu place under which a page lies: the longest path that begins its address. */
export function placeOf(groups: PlaceGroup[], pathname: string): string {
  const paths = groups.flatMap((group) => group.places.map((place) => place.path));
  const within = paths.filter((path) => path === pathname || pathname.startsWith(`${path}/`) || path === "/");
  return within.sort((a, b) => b.length - a.length)[0] ?? "";
}
