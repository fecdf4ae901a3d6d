import type { Socket } from 'node:net';
import { escapedTarget } from './escaped-target.ts';

export const allowedMethods = 'GET, HEAD, POST';

/** Answers bytes that are no HTTP request with a status, and closes the connection. */
export function refuseMalformed(
  { code, rawPacket }: { code?: string; rawPacket?: Buffer },
  socket: Socket,
): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const target = code === 'HPE_INVALID_URL' ? escapedTarget(rawPacket) : undefined;
  const head = target ? `301 Moved Permanently\r\nLocation: ${target}` : statusByCode[code ?? ''];
  socket.end(`HTTP/1.1 ${head ?? '400 Bad Request'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

const statusByCode: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  CONNECT: `405 Method Not Allowed\r\nAllow: ${allowedMethods}`,
};
