import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";

const ELDER = "juxian.elder";

interface Preferences {
  elder: boolean;
  setElder: (on: boolean) => void;
  phone: boolean;
}

const Context = createContext<Preferences>({ elder: false, setElder: () => {}, phone: false });

/** What the person set on this device, and whether the device is a phone. */
export function usePreferences(): Preferences {
  return useContext(Context);
}

function usePhone(): boolean {
  const query = useMemo(() => window.matchMedia("(max-width: 767px)"), []);
  const [phone, setPhone] = useState(query.matches);
  useEffect(() => {
    const follow = () => setPhone(query.matches);
    query.addEventListener("change", follow);
    return () => query.removeEventListener("change", follow);
  }, [query]);
  return phone;
}

export function PreferencesProvider({ children }: { children: ReactNode }) {
  const phone = usePhone();
  const [elder, setElderState] = useState(localStorage.getItem(ELDER) === "yes");
  useEffect(() => {
    document.documentElement.classList.toggle("elder", elder);
  }, [elder]);
  const value = useMemo(
    () => ({
      elder,
      phone,
      setElder: (on: boolean) => {
        localStorage.setItem(ELDER, on ? "yes" : "no");
        setElderState(on);
      },
    }),
    [elder, phone],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
}
