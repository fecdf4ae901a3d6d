import type { IncomingMessage, ServerResponse } from 'node:http';

const maxDrainedBytes = 64 * 1024 * 1024;
const maxDrainMs = 30_000;

/**
 * Reads the rest of a refused body and drops it, so that the response is not lost in a reset: a browser reads no response
 * before it has sent its whole body. The response does not say `Connection: close`: Node would close the connection at
 * its last byte, while the sender still sends.
 */
export function drainBody(request: IncomingMessage, response: ServerResponse): void {
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > maxDrainedBytes) request.destroy();
  });
  request.resume();
  response.once('finish', () => {
    const timer = setTimeout(() => request.destroy(), maxDrainMs).unref();
    request.once('end', () => clearTimeout(timer));
    request.once('close', () => clearTimeout(timer));
  });
}
