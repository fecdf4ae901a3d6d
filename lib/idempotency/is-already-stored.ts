/**
 * Whether the requested values are stored already: the same form was sent twice (a double click without JavaScript),
 * and nobody has changed anything in between. Dates are compared by time.
 */
export function isAlreadyStored<Fields extends object>(stored: Fields, changes: Fields): boolean {
  return Object.entries(changes).every(
    ([key, value]) => JSON.stringify(value) === JSON.stringify(stored[key as keyof Fields]),
  );
}
