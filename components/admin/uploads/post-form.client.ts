/** A file that is not stored: refused for good with a sentence, or not delivered for want of a connection. */
export type UploadFailure = { kind: 'refused'; error: string } | { kind: 'not-sent' };

export interface UploadProgress {
  /** From 0 to 100; at 100 the server is making it ready. */
  onProgress?(percent: number): void;
  /** It did not go through and will be tried again by itself. */
  onRetry?(): void;
  signal?: AbortSignal;
}

/** After each failure: seconds. The same bytes are stored once, so sending again what may have arrived does no harm. */
export const pauses = [1, 2, 4, 8, 15];

/** What will go through later: no answer, a crowd, a server that is just being started. A full disk is none of it. */
export function isTemporaryFailure(status: number): boolean {
  return status === 0 || status === 429 || (status > 500 && status !== 507);
}

/** Status 0: no answer at all. XMLHttpRequest, since fetch tells nothing of how far a body has gone. */
export function postForm(
  address: string,
  body: FormData,
  { onProgress, signal }: UploadProgress,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress?.(total === 0 ? 0 : Math.floor((loaded / total) * 100));
    request.onloadend = () => resolve({ status: request.status, text: request.responseText });
    signal?.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

/** The edge server's own pages are no JSON: then the caller has a sentence of its own. */
export function sentenceIn(text: string): string {
  try {
    const { error } = JSON.parse(text) as { error?: unknown };
    return typeof error === 'string' ? error : '';
  } catch {
    return '';
  }
}

/** As soon as the browser is back on line; else after the pause. */
export function untilOnlineOr(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      window.removeEventListener('online', go);
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(go, ms);
    window.addEventListener('online', go);
  });
}
