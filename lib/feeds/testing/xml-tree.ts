/** An element of a parsed document: `text` is its own character data, unescaped. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

const NAME = '[A-Za-z_][\\w.:-]*';
const TOKEN = new RegExp(`<(/?)(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>|([^<]+)|(<)`, 'gy');
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Parses a document as strictly as XML requires, and throws if it is not well-formed. */
export function xmlTree(source: string): XmlElement {
  const body = source.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  if (body === source) throw new Error('no XML declaration');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(body))
    throw new Error('a forbidden character');

  const top: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  for (const [, slash, name = '', attributes = '', empty, text, stray] of body.matchAll(TOKEN)) {
    const parent = open.at(-1) as XmlElement;
    if (stray) throw new Error(`a stray < in ${parent.name}`);
    if (text !== undefined) {
      parent.text += unescaped(text);
    } else if (slash) {
      if (open.pop()?.name !== name || open.length === 0) throw new Error(`</${name}> closes nothing`);
    } else {
      const element = { name, attributes: attributesIn(attributes), children: [], text: '' };
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  const [root] = top.children;
  if (open.length !== 1 || !root || top.children.length !== 1) throw new Error('not one root element');
  return root;
}

export function all(of: XmlElement, name: string): XmlElement[] {
  return of.children.filter((child) => child.name === name);
}

/** The text of the only child of that name; throws if there is none or more than one. */
export function only(of: XmlElement, name: string): string {
  const found = all(of, name);
  if (found.length !== 1 || !found[0]) throw new Error(`${of.name} has ${found.length} ${name}`);
  return found[0].text;
}

function attributesIn(source: string): Record<string, string> {
  const found = [...source.matchAll(new RegExp(`(${NAME})="([^"]*)"`, 'g'))];
  const names = found.map(([, name]) => name);
  if (new Set(names).size !== names.length) throw new Error(`an attribute twice: ${source}`);
  return Object.fromEntries(found.map(([, name, value]) => [name, unescaped(value ?? '')]));
}

function unescaped(text: string): string {
  return text.replace(/&([^;\s]*;?)/g, (whole, reference: string) => {
    const number = /^#(?:x([0-9a-f]+)|(\d+));$/i.exec(reference);
    if (number)
      return String.fromCodePoint(Number.parseInt(number[1] ?? number[2] ?? '', number[1] ? 16 : 10));
    const sign = reference.endsWith(';') ? entities[reference.slice(0, -1)] : undefined;
    if (sign === undefined) throw new Error(`no entity: ${whole}`);
    return sign;
  });
}
