import { csrfHeader } from "./client";
import { errorFrom } from "./errors";

/** Ask for a file by POST (because a reason goes with it) and save it under the name the server gives. */
export async function download(path: string, body: unknown): Promise<void> {
  const response = await fetch(path, {
    method: "POST",
    credentials: "same-origin",
    headers: { "Content-Type": "application/json", ...csrfHeader() },
    body: JSON.stringify(body),
  });
  if (!response.ok) {
    const answer: unknown = await response.json().catch(() => null);
    throw errorFrom(response.status, answer);
  }
  const name = /filename="?([^";]+)"?/.exec(response.headers.get("Content-Disposition") ?? "")?.[1];
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = name ?? "download";
  link.click();
  URL.revokeObjectURL(link.href);
}
