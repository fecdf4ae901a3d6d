import { createServer } from 'node:net';
import { UserError } from './console.mjs';

/** HOST and PORT of the environment, or the defaults. */
export function listenAddress() {
  const host = process.env.HOST || '127.0.0.1';
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new UserError(`PORT is "${process.env.PORT}", which is not a port (1 to 65535).`);
  return { host, port };
}

/** Throws unless the port can be used. Checked before anything slow. */
export async function assertPortIsFree({ host, port }) {
  await new Promise((free, taken) => {
    const server = createServer();
    server.once('error', (error) => taken(new UserError(reasonOf(error, host, port))));
    server.listen({ host, port, exclusive: true }, () => server.close(free));
  });
}

function reasonOf(error, host, port) {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is used by another program. Stop it or choose another port: PORT=${port + 1} npm run demo`;
  if (error.code === 'EACCES') return `Port ${port} needs more privileges. Choose a port above 1023.`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return `HOST is "${host}", which is not an address of this machine.`;
  return `Could not listen on ${host}:${port} (${error.code}).`;
}
