/** Rows of a CSV file (RFC 4180): commas, quotes around what holds some, `""` for a quote within. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  const source = text.replace(/^\ufeff/, '');
  while (cell.lastIndex < source.length) {
    const at = cell.lastIndex;
    const found = cell.exec(source);
    if (!found) throw new SyntaxError(`row ${rows.length + 1} cannot be read, at character ${at + 1}`);
    row.push((found[1]?.replaceAll('""', '"') ?? found[2] ?? '').trim());
    if (found[3] === ',') continue;
    if (row.some((one) => one !== '')) rows.push(row);
    row = [];
  }
  if (row.some((one) => one !== '')) rows.push(row);
  return rows;
}
