/** Reading without a line is worth nothing that delays reading: this module comes when the page is there. */
export function registerWorker(): void {
  navigator.serviceWorker?.register('/sw.js').catch(() => {});
}
