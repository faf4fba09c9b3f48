import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { send } from "@/api/client";
import type { ApiError } from "@/api/errors";
import { type Preview, REQUESTS, type RequestInput } from "../api/requests";

function useSettled<T>(value: T, wait: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), wait);
    return () => clearTimeout(timer);
  }, [value, wait]);
  return settled;
}

/** What the request as it now stands would meet; asked for half a second after the last change. */
export function usePreview(asked: RequestInput) {
  const settled = useSettled(asked, 500);
  return useQuery<Preview, ApiError>({
    queryKey: [`${REQUESTS}/preview`, settled],
    queryFn: ({ signal }) => send<Preview>("POST", `${REQUESTS}/preview`, settled, signal),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** The same for a request that is stored. */
export function useStoredPreview(id: string) {
  const path = `${REQUESTS}/${id}/preview`;
  return useQuery<Preview, ApiError>({
    queryKey: [path],
    queryFn: ({ signal }) => send<Preview>("POST", path, {}, signal),
    retry: false,
  });
}
