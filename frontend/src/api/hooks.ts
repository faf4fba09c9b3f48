import {
  keepPreviousData,
  type QueryKey,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { get, type Params, send } from "./client";
import type { ApiError } from "./errors";

/** One page of a list as the server gives it. */
export interface Paged<T> {
  count: number;
  results: T[];
}

export interface GetOptions {
  enabled?: boolean;
  /** Ask again every so many milliseconds; false stops. */
  every?: number | false;
  keepPrevious?: boolean;
}

/** Read `path`; pass null while what it depends on is unknown. */
export function useGet<T>(path: string | null, params?: Params, options: GetOptions = {}) {
  return useQuery<T, ApiError>({
    queryKey: [path, params ?? {}],
    queryFn: ({ signal }) => get<T>(path ?? "", params, signal),
    enabled: path !== null && options.enabled !== false,
    refetchInterval: options.every ?? false,
    placeholderData: options.keepPrevious ? keepPreviousData : undefined,
  });
}

/** A list that the server pages, or a short one that it gives whole, as one shape. */
export function asPaged<T>(answer: Paged<T> | T[] | undefined): Paged<T> {
  if (!answer) return { count: 0, results: [] };
  return Array.isArray(answer) ? { count: answer.length, results: answer } : answer;
}

/** Read a list; short lists come whole and long ones paged, both arrive as `Paged`. */
export function useList<T>(path: string | null, params?: Params, options: GetOptions = {}) {
  const query = useGet<Paged<T> | T[]>(path, params, { keepPrevious: true, ...options });
  return { ...query, page: asPaged(query.data) };
}

export interface Send<TIn> {
  method?: "POST" | "PUT" | "PATCH" | "DELETE";
  path: string | ((input: TIn) => string);
  /** What is sent, when it is not the input itself. */
  body?: (input: TIn) => unknown;
  /** Path prefixes whose answers are out of date afterwards. */
  refresh?: string[];
}

function touches(key: QueryKey, prefixes: string[]): boolean {
  const path = key[0];
  return typeof path === "string" && prefixes.some((prefix) => path.startsWith(prefix));
}

/** A change sent to the server; afterwards everything read under `refresh` is read again. */
export function useSend<TIn = void, TOut = unknown>(spec: Send<TIn>) {
  const cache = useQueryClient();
  return useMutation<TOut, ApiError, TIn>({
    mutationFn: (input) => {
      const path = typeof spec.path === "function" ? spec.path(input) : spec.path;
      return send<TOut>(spec.method ?? "POST", path, spec.body ? spec.body(input) : (input ?? {}));
    },
    onSuccess: async () => {
      const prefixes = spec.refresh;
      if (prefixes)
        await cache.invalidateQueries({ predicate: (query) => touches(query.queryKey, prefixes) });
    },
  });
}
