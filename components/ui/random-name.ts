/** `crypto.randomUUID` is not there on a plain http address, as a newsroom's own network has. */
export function randomName(bytes = 12): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
