import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import type { Params } from "@/api/client";

const SIZE = 20;

export interface TableState {
  page: number;
  pageSize: number;
  ordering: string;
  search: string;
  filters: Record<string, string>;
  /** As the server takes it. */
  params: Params;
  change: (next: Partial<Record<string, string | number | null>>) => void;
}

/**
 * Where a table stands: page, order, search and filters. It lives in the address, so that going back, reloading
 * and sending the link to a colleague all show the same rows. `prefix` keeps two tables of one page apart.
 */
export function useTableState(filterNames: readonly string[], prefix = "", initialOrdering = ""): TableState {
  const [query, setQuery] = useSearchParams();
  const names = filterNames.join(",");
  const read = useCallback((name: string) => query.get(prefix + name) ?? "", [query, prefix]);
  const change = useCallback(
    (next: Partial<Record<string, string | number | null>>) => {
      setQuery(
        (old) => {
          const fresh = new URLSearchParams(old);
          if (!("page" in next)) fresh.delete(`${prefix}page`);
          for (const [name, value] of Object.entries(next)) {
            if (value === null || value === undefined || value === "") fresh.delete(prefix + name);
            else fresh.set(prefix + name, String(value));
          }
          return fresh;
        },
        { replace: true },
      );
    },
    [setQuery, prefix],
  );
  return useMemo(() => {
    const filters: Record<string, string> = {};
    for (const name of names ? names.split(",") : []) {
      const value = read(name);
      if (value) filters[name] = value;
    }
    const page = Number(read("page")) || 1;
    const pageSize = Number(read("size")) || SIZE;
    const ordering = read("ordering") || initialOrdering;
    const search = read("search");
    const params: Params = { page, page_size: pageSize, ordering, search, ...filters };
    return { page, pageSize, ordering, search, filters, params, change };
  }, [read, names, change, initialOrdering]);
}
