import { type ApiError, errorFrom } from "./errors";

export type Params = Record<
  string,
  string | number | boolean | null | undefined | readonly (string | number)[]
>;

let csrfToken = "";
let language = "zh-hans";
const signedOutListeners = new Set<() => void>();

/** Called by the session provider once the server has told the token that changes must carry. */
export function setCsrfToken(token: string): void {
  csrfToken = token;
}

/** The token as a header, for requests that do not go through `send`. */
export function csrfHeader(): Record<string, string> {
  return { "X-CSRFToken": csrfToken, "Accept-Language": language };
}

/** The language in which the server should phrase its messages. */
export function setRequestLanguage(next: string): void {
  language = next;
}

/** Be told when any request is answered 401, so that signing in again can be offered without leaving the page. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

/** `path` with its query string; empty values are left out, lists become comma-separated. */
export function withParams(path: string, params?: Params): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params ?? {})) {
    if (value === undefined || value === null || value === "") continue;
    const text = Array.isArray(value) ? value.join(",") : String(value);
    if (text) search.set(name, text);
  }
  const query = search.toString();
  if (!query) return path;
  return path + (path.includes("?") ? "&" : "?") + query;
}

function headersFor(method: string, body: unknown): Headers {
  const headers = new Headers({ Accept: "application/json", "Accept-Language": language });
  if (method !== "GET") headers.set("X-CSRFToken", csrfToken);
  if (body !== undefined && !(body instanceof FormData)) headers.set("Content-Type", "application/json");
  return headers;
}

async function readJson(response: Response): Promise<unknown> {
  if (response.status === 204) return null;
  const text = await response.text();
  if (!text) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Send one request to our own server; throws `ApiError` unless it is answered 2xx. */
export async function send<T>(
  method: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: "same-origin",
      headers: headersFor(method, body),
      body:
        body === undefined || body instanceof FormData
          ? (body as FormData | undefined)
          : JSON.stringify(body),
      signal,
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw errorFrom(0, null);
  }
  const answer = await readJson(response);
  if (response.ok) return answer as T;
  const error = errorFrom(response.status, answer);
  if (response.status === 401) for (const listener of signedOutListeners) listener();
  throw error;
}

/** Read a resource. */
export function get<T>(path: string, params?: Params, signal?: AbortSignal): Promise<T> {
  return send<T>("GET", withParams(path, params), undefined, signal);
}

/** Send a file with progress (0–100); `fetch` cannot tell how much of an upload has gone. */
export function upload<T>(path: string, form: FormData, onProgress: (percent: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("Accept-Language", language);
    request.setRequestHeader("X-CSRFToken", csrfToken);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(Math.round((100 * event.loaded) / event.total));
    };
    request.onerror = () => reject(errorFrom(0, null));
    request.onload = () => settleUpload<T>(request, resolve, reject);
    request.send(form);
  });
}

function settleUpload<T>(
  request: XMLHttpRequest,
  resolve: (value: T) => void,
  reject: (error: ApiError) => void,
): void {
  let answer: unknown = null;
  try {
    answer = JSON.parse(request.responseText);
  } catch {
    // A proxy's own error page is not JSON; the status says enough.
  }
  if (request.status >= 200 && request.status < 300) {
    resolve(answer as T);
    return;
  }
  if (request.status === 401) for (const listener of signedOutListeners) listener();
  reject(errorFrom(request.status, answer));
}
