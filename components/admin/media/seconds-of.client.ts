import type { MediaKind } from '@/lib/media/media-kinds';

/** How long a browser may take to find a file's duration. */
const PATIENCE_MS = 5000;

/** How long a file of the device's own lasts, in whole seconds, as the browser finds; null if it cannot play it. */
export function secondsOf(kind: MediaKind, file: File): Promise<number | null> {
  return new Promise((resolve) => {
    const address = URL.createObjectURL(file);
    const player = document.createElement(kind);
    const end = (seconds: number | null) => {
      clearTimeout(timer);
      player.removeAttribute('src');
      URL.revokeObjectURL(address);
      resolve(seconds);
    };
    const timer = setTimeout(() => end(null), PATIENCE_MS);
    player.preload = 'metadata';
    player.onloadedmetadata = () =>
      end(Number.isFinite(player.duration) && player.duration >= 1 ? Math.round(player.duration) : null);
    player.onerror = () => end(null);
    player.src = address;
  });
}
