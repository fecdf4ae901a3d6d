import { whenDrawn } from './when-drawn.enhance';

/** Reading without a line is worth nothing that delays reading. */
export function registerWorker(): void {
  whenDrawn(() => void navigator.serviceWorker?.register('/sw.js').catch(() => {}));
}
