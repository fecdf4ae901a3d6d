/**
 * A CSV cell, quoted where needed (RFC 4180). Values that a spreadsheet would execute as formulas are neutralised.
 */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
