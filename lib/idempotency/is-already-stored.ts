/**
 * What is wished stands there already: the same form was sent twice (a double click where there is no script), and nobody
 * has changed anything in between. Moments are compared as moments.
 */
export function isAlreadyStored<Fields extends object>(stored: Fields, changes: Fields): boolean {
  return Object.entries(changes).every(
    ([key, value]) => JSON.stringify(value) === JSON.stringify(stored[key as keyof Fields]),
  );
}
