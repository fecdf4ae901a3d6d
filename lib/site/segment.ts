/** A path segment as it was meant: Next hands it on percent-encoded. Empty, which names nothing, if it cannot be read. */
export function segmentText(segment: string): string {
  try {
    return decodeURIComponent(segment).normalize('NFC');
  } catch {
    return '';
  }
}
