/**
 * An address as it is stored and compared (trimmed, lower-case, in one Unicode form), or null if it cannot be
 * one. Only its shape is looked at: whether it receives mail is found out by writing to it.
 */
export function emailIn(text: string): string | null {
  const email = text.normalize('NFKC').trim().toLowerCase();
  if (email.length > 254) return null;
  return /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\.]+(\.[^\s@<>()[\],;:"\\.]+)+$/.test(email) ? email : null;
}
