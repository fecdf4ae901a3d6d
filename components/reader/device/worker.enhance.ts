/** After the page is there: reading without a line is worth nothing that delays reading. */
export function registerWorker(): void {
  if (!navigator.serviceWorker) return;
  addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => {}));
}
