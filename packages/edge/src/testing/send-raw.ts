import { connect } from 'node:net';

/** Sends bytes as they are and returns the status line's number; 0 where the edge server only hung up. */
export function sendRaw(port: number, bytes: string | Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    const done = () => {
      socket.destroy();
      resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1] ?? 0));
    };
    socket.setTimeout(10_000, () =>
      reject(new Error(`no answer to ${JSON.stringify(String(bytes)).slice(0, 80)}`)),
    );
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
      if (/^HTTP\/1\.1 (?!1)\d{3}/.test(heard)) done();
    });
    socket.on('close', done);
    socket.on('error', done);
    // Latin-1, so that each character is one byte on the wire.
    socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  });
}
