import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { get, onSignedOut, setCsrfToken } from "@/api/client";
import type { ApiError } from "@/api/errors";
import { FullPageError, FullPageWait } from "./FullPage";
import { SignInAgain } from "./SignInAgain";

/** Who is signed in, where, and what the server lets them do. */
export interface Session {
  account: { id: string; name: string } | null;
  realm: "agency" | "id" | "my" | "ops" | "portal";
  agency: { id: string; slug: string; name: string; short_name: string; tier: string } | null;
  roles: string[];
  permissions: string[];
  scopes: { kind: string; id: string }[];
  csrf: string;
  language: string;
  demonstration: boolean;
  /** The business clock, which a demonstration may move. */
  now: string;
  addresses: { id: string; my: string; ops: string; portal: string };
}

interface SessionContext {
  session: Session;
  can: (permission: string) => boolean;
}

const Context = createContext<SessionContext | null>(null);

/** The session; only inside `SessionProvider`. */
export function useSession(): SessionContext {
  const value = useContext(Context);
  if (!value) throw new Error("useSession outside SessionProvider");
  return value;
}

export const SESSION_PATH = "/api/session";

/** Where to sign in, to come back to the page one is on. */
export function signInUrl(): string {
  const here = window.location.pathname + window.location.search;
  return `/signin/?next=${encodeURIComponent(here)}`;
}

/** End the session here and on every host it was handed to: a form, because the answer leads to another host. */
export function signOut(csrf: string): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/signout/";
  const token = document.createElement("input");
  token.type = "hidden";
  token.name = "csrfmiddlewaretoken";
  token.value = csrf;
  form.append(token);
  document.body.append(form);
  form.submit();
}

function useSessionQuery() {
  const query = useQuery<Session, ApiError>({
    queryKey: [SESSION_PATH],
    queryFn: ({ signal }) => get<Session>(SESSION_PATH, undefined, signal),
    staleTime: 60_000,
    refetchOnWindowFocus: true,
  });
  useEffect(() => {
    if (query.data) setCsrfToken(query.data.csrf);
  }, [query.data]);
  return query;
}

/** Whether the session ended while the page was open, and a way to look again. */
function useExpiry(signedIn: boolean) {
  const cache = useQueryClient();
  const [expired, setExpired] = useState(false);
  useEffect(() => onSignedOut(() => setExpired(true)), []);
  useEffect(() => {
    if (signedIn) setExpired(false);
  }, [signedIn]);
  const lookAgain = async () => {
    await cache.refetchQueries({ queryKey: [SESSION_PATH] });
    const now = cache.getQueryData<Session>([SESSION_PATH]);
    if (now?.account) {
      setExpired(false);
      await cache.invalidateQueries();
    }
  };
  return { expired, lookAgain };
}

/** Reads the session once, keeps the page and its drafts alive when it expires, and offers to sign in again. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const query = useSessionQuery();
  const [last, setLast] = useState<Session | null>(null);
  const current = query.data;
  useEffect(() => {
    if (current?.account) setLast(current);
  }, [current]);
  const session = current?.account ? current : last;
  const { expired, lookAgain } = useExpiry(Boolean(current?.account));
  const value = useMemo(() => {
    if (!session) return null;
    const held = new Set(session.permissions);
    return { session, can: (permission: string) => held.has(permission) };
  }, [session]);
  if (value) {
    const gone = expired || (current !== undefined && !current.account);
    return (
      <Context.Provider value={value}>
        {children}
        <SignInAgain open={gone} url={signInUrl()} onReturn={lookAgain} />
      </Context.Provider>
    );
  }
  if (query.isPending) return <FullPageWait />;
  if (query.error && query.error.status !== 401) return <FullPageError error={query.error} />;
  return <GoSignIn url={signInUrl()} />;
}

function GoSignIn({ url }: { url: string }) {
  useEffect(() => window.location.assign(url), [url]);
  return <FullPageWait />;
}
