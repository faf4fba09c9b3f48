import { useCallback, useEffect, useRef, useState } from "react";
import { type ApiError, asApiError } from "@/api/errors";

export type DraftState = "clean" | "waiting" | "saving" | "saved" | "failed";

interface Options<T> {
  /** Names this draft in this tab, for the time it could not reach the server. */
  key: string;
  save: (value: T) => Promise<unknown>;
  delay?: number;
}

export interface Draft<T> {
  state: DraftState;
  /** When it was last saved. */
  at: Date | null;
  error: ApiError | null;
  change: (value: T) => void;
  /** Save at once, for example before going on. */
  flush: () => Promise<boolean>;
  /** What this tab kept because the server could not be reached. */
  kept: T | null;
}

const slot = (key: string) => `juxian.draft.${key}`;

function readKept<T>(key: string): T | null {
  const text = sessionStorage.getItem(slot(key));
  try {
    return text ? (JSON.parse(text) as T) : null;
  } catch {
    return null;
  }
}

/**
 * Saves a draft on the server shortly after the last change. While the server cannot be reached or the session
 * has ended, the draft is kept in this tab only (never in lasting storage: these are personal data).
 */
export function useDraft<T>({ key, save, delay = 800 }: Options<T>): Draft<T> {
  const [state, setState] = useState<DraftState>("clean");
  const [at, setAt] = useState<Date | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [kept] = useState<T | null>(() => readKept<T>(key));
  const pending = useRef<{ value: T } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const saver = useRef(save);
  saver.current = save;

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    const due = pending.current;
    if (!due) return true;
    setState("saving");
    try {
      await saver.current(due.value);
    } catch (cause) {
      sessionStorage.setItem(slot(key), JSON.stringify(due.value));
      setError(asApiError(cause));
      setState("failed");
      return false;
    }
    if (pending.current === due) pending.current = null;
    sessionStorage.removeItem(slot(key));
    setError(null);
    setAt(new Date());
    setState(pending.current ? "waiting" : "saved");
    return true;
  }, [key]);

  const change = useCallback(
    (value: T) => {
      pending.current = { value };
      setState("waiting");
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), delay);
    },
    [flush, delay],
  );

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (pending.current) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => {
      window.removeEventListener("beforeunload", warn);
      if (pending.current) void flush();
    };
  }, [flush]);

  return { state, at, error, change, flush, kept };
}
