/** A random hexadecimal id. `crypto.randomUUID` is missing on plain http, which a newsroom's own network may use. */
export function randomId(bytes = 12): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
