import { createServer } from 'node:net';
import { Plain } from './say.mjs';

/** Where the house is to listen, as the environment says. */
export function place() {
  const host = process.env.HOST || '127.0.0.1';
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Plain(`PORT is "${process.env.PORT}", which is no port. It is a number from 1 to 65535.`);
  return { host, port };
}

/** Looked at before anything that takes long. */
export async function portIsFree({ host, port }) {
  await new Promise((free, taken) => {
    const server = createServer();
    server.once('error', (error) => taken(new Plain(reasonOf(error, host, port))));
    server.listen({ host, port, exclusive: true }, () => server.close(free));
  });
}

function reasonOf(error, host, port) {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. End that one, or choose another port: PORT=${port + 1} npm run demo`;
  if (error.code === 'EACCES')
    return `Port ${port} may not be used without more rights. Choose one above 1023.`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return `HOST is "${host}", which is no address of this machine.`;
  return `It is not possible to listen on ${host}:${port} (${error.code}).`;
}
