import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { byteDecoder } from './decode-bytes';
import type { ExportItem, ExportPart } from './export-format';
import { readExport } from './read-export';

const bytes = (text: string) => new TextEncoder().encode(text);

async function partsOf(chunks: Iterable<Uint8Array>): Promise<ExportPart[]> {
  const parts: ExportPart[] = [];
  for await (const part of readExport(chunks)) parts.push(part);
  return parts;
}

function* inPieces(whole: Uint8Array, size: number) {
  for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size);
}

const anExport = (inside: string) =>
  `<?xml version="1.0"?>\n<rss xmlns:wp="w">\n<channel>\n<title>T</title>\n<link>https://old.example</link>\n${inside}\n</channel>\n</rss>\n`;
const anItem = (inside: string) => `<item>${inside}<wp:post_id>7</wp:post_id></item>`;

test.each(['bengali-small', 'small-export-like'])('%s is read alike, however it is cut', async (name) => {
  const whole = readFileSync(`lib/wordpress-import/testdata/${name}.xml`);
  const said = JSON.parse(readFileSync(`lib/wordpress-import/testdata/${name}.expected.json`, 'utf8'));
  const parts = await partsOf([whole]);

  expect(await partsOf(inPieces(whole, 7))).toEqual(parts);
  const ofKind = (kind: string) => parts.filter((part) => part.kind === kind);
  const items = ofKind('item') as ExportItem[];
  expect(ofKind('site')).toEqual([{ kind: 'site', title: said.title, address: said.site }]);
  expect(ofKind('author')).toHaveLength(said.counts.authorsDeclared);
  expect(ofKind('category')).toHaveLength(said.counts.categories);
  expect(items).toHaveLength(said.counts.items);
  expect(items.flatMap(({ comments }) => comments)).toHaveLength(said.counts.comments);
});

test('a mark of CDATA that is written in two pieces is one text', async () => {
  const parts = await partsOf([
    bytes(anExport(anItem('<content:encoded><![CDATA[a ]]]]><![CDATA[> b]]></content:encoded>'))),
  ]);
  expect(parts.at(-1)).toMatchObject({ content: 'a ]]> b' });
});

test('a byte-order mark, entities, and elements that close themselves', async () => {
  const parts = await partsOf([
    bytes(`\uFEFF\n${anExport(anItem('<title>C&amp;A &nbsp; 5 &lt; 6</title><wp:post_name/>'))}`),
  ]);
  expect(parts.at(-1)).toMatchObject({ title: 'C&A &nbsp; 5 < 6', name: '', id: 7 });
});

test('a file that was cut off gives what came before, then says where it ends', async () => {
  const whole = anExport(`${anItem('')}\n<item>\n<title>half`);
  const given: ExportPart[] = [];
  const reading = async () => {
    for await (const part of readExport([bytes(whole.slice(0, whole.indexOf('half') + 2))])) given.push(part);
  };
  await expect(reading()).rejects.toThrow('Line 8: the file ends inside <title>: it is truncated.');
  expect(given.map(({ kind }) => kind)).toEqual(['site', 'item']);
});

test.each([
  ['a sheet of HTML', '<html><body></body></html>', 'Line 1: this is not a WordPress export'],
  ['nothing', '', 'Line 1: this is not a WordPress export'],
  [
    'an element that is not closed',
    anExport('<item><wp:comment></item>'),
    'Line 6: <wp:comment> is not closed',
  ],
  [
    'an entity bomb',
    `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${anExport('')}`,
    'Line 1: document types are not supported',
  ],
  [
    'an entity from outside',
    `<!DOCTYPE x SYSTEM "file:///etc/passwd">${anExport(anItem('<title>&x;</title>'))}`,
    'Line 1: document types are not supported',
  ],
  ['a news feed', anExport('<item><title>T</title></item>'), 'an RSS feed and not a WordPress export'],
  ['a feed without an item', anExport(''), 'an RSS feed and not a WordPress export'],
])('%s is refused with its line', async (_, text, sentence) => {
  await expect(partsOf([bytes(text)])).rejects.toThrow(sentence);
});

test('what is longer than is held is skipped, and the item says so', async () => {
  function* huge() {
    yield bytes(anExport('').split('</channel>')[0] ?? '');
    yield bytes('<item><content:encoded><![CDATA[');
    for (let at = 0; at < 9; at += 1) yield bytes('a'.repeat(1_000_000));
    yield bytes(']]></content:encoded><wp:post_id>7</wp:post_id></item></channel></rss>');
  }
  expect((await partsOf(huge())).at(-1)).toMatchObject({ id: 7, isCut: true, content: '' });
});

test('bytes of Windows-1252 among UTF-8 are read as what was meant, wherever they are cut', () => {
  const whole = Buffer.concat([
    bytes('বাংলা\n'),
    Uint8Array.of(0x93),
    bytes('খবর'),
    Uint8Array.of(0x94, 0x20, 0x96, 0x0a),
    bytes('শেষ'),
  ]);
  for (const size of [1, 2, 3, 5, 100]) {
    const decoder = byteDecoder();
    const text = [...inPieces(whole, size)].map((piece) => decoder.decode(piece)).join('') + decoder.end();
    expect(text, String(size)).toBe('বাংলা\n“খবর” –\nশেষ');
  }
});
