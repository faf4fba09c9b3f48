const RELOADED = "juxian.reloaded-for-release";

/**
 * After a release the files of the old page are gone: reload once to get the new ones. A second failure within
 * a minute is not a release, so it is left to the error page instead of reloading for ever.
 */
export function reloadOnNewRelease(): void {
  window.addEventListener("vite:preloadError", (event) => {
    const last = Number(sessionStorage.getItem(RELOADED) ?? 0);
    if (Date.now() - last < 60_000) return;
    sessionStorage.setItem(RELOADED, String(Date.now()));
    event.preventDefault();
    window.location.reload();
  });
}
