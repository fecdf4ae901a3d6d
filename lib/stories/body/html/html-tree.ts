export interface HtmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: HtmlPiece[];
}
export type HtmlPiece = string | HtmlElement;

const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+="[^"]*")*)\s*\/?>|[^<]+|</g;
const ATTRIBUTE = /([a-z-]+)="([^"]*)"/g;
const VOID_ELEMENTS: ReadonlySet<string> = new Set(['br', 'hr', 'img']);

/** The tree of HTML as the sanitiser writes it: well-formed, attributes in double quotes. */
export function htmlTree(html: string): HtmlPiece[] {
  const root: HtmlElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  for (const [token, slash, name, attributes] of html.matchAll(TOKEN)) {
    const parent = open.at(-1) ?? root;
    if (name === undefined) {
      parent.children.push(unescaped(token));
    } else if (slash) {
      if (open.length > 1 && parent.name === name) open.pop();
    } else {
      const element = { name, attributes: attributesIn(attributes ?? ''), children: [] };
      parent.children.push(element);
      if (!VOID_ELEMENTS.has(name)) open.push(element);
    }
  }
  return root.children;
}

/** The words of pieces of a tree. */
export function textOfPieces(pieces: readonly HtmlPiece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : textOfPieces(piece.children))).join(' ');
}

function attributesIn(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, unescaped(value)]),
  );
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
