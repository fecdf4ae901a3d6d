/**
 * Whether an error, or what caused it, says that nothing more can be written: SQLite's own word for a full disk, for
 * one that fails as it is written to, and the system's. Whoever typed is then told so and keeps the text.
 */
export function isDiskFull(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth += 1) {
    const code = 'code' in at ? String(at.code) : '';
    if (code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR') || code === 'ENOSPC' || code === 'EDQUOT')
      return true;
  }
  return false;
}
