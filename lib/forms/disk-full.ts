/**
 * Whether an error or its cause means that nothing can be written: SQLite's codes for a full disk and for a write
 * error, and the system's. The form then says so and keeps the input.
 */
export function isDiskFull(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth += 1) {
    const code = 'code' in at ? String(at.code) : '';
    if (code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR') || code === 'ENOSPC' || code === 'EDQUOT')
      return true;
  }
  return false;
}
