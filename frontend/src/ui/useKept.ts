import { useCallback, useState } from "react";

/** A text being typed, kept in this tab until it is sent, so that a reload or an expired session loses nothing. */
export function useKept(key: string): [value: string, set: (value: string) => void, forget: () => void] {
  const slot = `juxian.typed.${key}`;
  const [value, setValue] = useState(() => sessionStorage.getItem(slot) ?? "");
  const set = useCallback(
    (next: string) => {
      sessionStorage.setItem(slot, next);
      setValue(next);
    },
    [slot],
  );
  const forget = useCallback(() => sessionStorage.removeItem(slot), [slot]);
  return [value, set, forget];
}
