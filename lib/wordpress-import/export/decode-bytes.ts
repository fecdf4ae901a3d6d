/**
 * Decodes UTF-8 from old databases: a line that is invalid contains Windows-1252 bytes (“ ” ’ – pasted from Word),
 * which are decoded as such. Chunks may be cut anywhere.
 */
export function byteDecoder(): { decode(bytes: Uint8Array): string; end(): string } {
  let rest: Uint8Array = new Uint8Array();
  return {
    decode(bytes) {
      const all = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
      const whole = all.length - unfinished(all);
      rest = all.slice(whole);
      return textIn(all.subarray(0, whole));
    },
    end() {
      const last = textIn(rest);
      rest = new Uint8Array();
      return last;
    },
  };
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const windows = new TextDecoder('windows-1252');

/** How many bytes at the end belong to an incomplete character. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return lengthFrom(byte) > back ? back : 0;
  }
  return 0;
}

function lengthFrom(first: number): number {
  if (first >= 0xf0) return 4;
  return first >= 0xe0 ? 3 : 2;
}

function textIn(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    return linesOf(bytes).map(lineIn).join('');
  }
}

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(10, from) + 1 || bytes.length;
    lines.push(bytes.subarray(from, end));
    from = end;
  }
  return lines;
}

function lineIn(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    let text = '';
    for (let at = 0; at < bytes.length; ) {
      const lead = bytes[at] ?? 0;
      const length = lead >= 0xc2 ? lengthFrom(lead) : 1;
      const letter = letterIn(bytes.subarray(at, at + length));
      text += letter ?? windows.decode(bytes.subarray(at, at + 1));
      at += letter === null ? 1 : length;
    }
    return text;
  }
}

function letterIn(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}
