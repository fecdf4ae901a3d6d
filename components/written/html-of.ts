import { Fragment, isValidElement, type ReactNode } from 'react';

type Props = Readonly<Record<string, unknown>>;

/**
 * The HTML of a tree of elements, letter for letter what react-dom's `renderToStaticMarkup` makes of it (the test holds
 * them together), at a fraction of its work. For components that are functions of their props: no hooks, no promises, no
 * context, no handlers, no inline style. Whatever else it meets, a component for the browser too, is thrown.
 */
export function htmlOf(node: ReactNode): string {
  depth += 1;
  try {
    return written(node, undefined);
  } finally {
    depth -= 1;
  }
}

let depth = 0;

/** Whether a component is called for its HTML, and not by React. */
export const isWriting = () => depth > 0;

/** `chosen`: the value of the list of choices that the node stands in. */
function written(node: unknown, chosen: unknown): string {
  if (typeof node === 'string') return escaped(node);
  if (typeof node === 'number' || typeof node === 'bigint') return String(node);
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (Array.isArray(node)) {
    let html = '';
    for (const child of node) html += written(child, chosen);
    return html;
  }
  if (!isValidElement(node)) throw new Error(`${String(node)} is nothing that can be written`);
  const { type } = node;
  const props = node.props as Props;
  if (typeof type === 'string') return element(type, props, chosen);
  if (type === Fragment) return written(props.children, chosen);
  if (typeof type === 'function') return written((type as (props: Props) => unknown)(props), chosen);
  throw new Error(`no function: ${String(type)}`);
}

/** Those without an end. */
const voids = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** What React writes behind the other attributes of these. */
const behind: Readonly<Record<string, readonly string[]>> = {
  input: ['name', 'formAction', 'formMethod', 'checked', 'value'],
  button: ['name', 'formAction', 'formMethod'],
  form: ['action', 'encType', 'method', 'target'],
};

function element(tag: string, given: Props, chosen: unknown): string {
  const props = tag === 'input' ? withoutDefaults(given) : given;
  const last = behind[tag];
  let html = `<${tag}`;
  for (const name in props) {
    if (!last?.includes(name)) html += attribute(tag, name, props[name]);
  }
  if (last) for (const name of last) html += attribute(tag, name, props[name]);
  if (tag === 'option' && isChosen(props, chosen)) html += ' selected=""';
  if (voids.has(tag)) return `${html}/>`;
  return `${html}>${inside(tag, props, chosen)}</${tag}>`;
}

function inside(tag: string, props: Props, chosen: unknown): string {
  const raw = props.dangerouslySetInnerHTML as { __html: unknown } | undefined;
  if (raw) return String(raw.__html ?? '');
  if (tag === 'textarea') return fromItsFirstLine(String(props.value ?? props.defaultValue ?? ''));
  if (tag === 'select') return written(props.children, props.value ?? props.defaultValue);
  return written(props.children, chosen);
}

/** A field begins with what it is said to begin with. */
function withoutDefaults({ defaultValue, defaultChecked, ...props }: Props): Props {
  return { ...props, value: props.value ?? defaultValue, checked: props.checked ?? defaultChecked };
}

function isChosen({ value, selected, children }: Props, chosen: unknown): boolean {
  if (chosen === undefined || chosen === null) return Boolean(selected);
  return String(value ?? children) === String(chosen);
}

/** Browsers leave out a line end right behind the tag. */
function fromItsFirstLine(text: string): string {
  return text.startsWith('\n') ? `\n${escaped(text)}` : escaped(text);
}

/** No attributes, or others have said them. */
const left = new Set(['children', 'dangerouslySetInnerHTML', 'defaultValue', 'suppressHydrationWarning']);

/** They are there or not. */
const truths = new Set(
  `allowFullScreen async autoFocus autoPlay checked controls default defer disabled hidden inert loop multiple muted noModule
  noValidate open playsInline readOnly required reversed itemScope`.split(/\s+/),
);

const addresses = new Set(['href', 'src', 'action', 'formAction']);

/** What they are called in HTML; those with a capital letter that are not here, browsers read in any letters. */
const names: Readonly<Record<string, string>> = {
  className: 'class',
  htmlFor: 'for',
  tabIndex: 'tabindex',
  httpEquiv: 'http-equiv',
  crossOrigin: 'crossorigin',
  acceptCharset: 'accept-charset',
  autoFocus: 'autofocus',
  fillRule: 'fill-rule',
  strokeLinecap: 'stroke-linecap',
  strokeLinejoin: 'stroke-linejoin',
  strokeWidth: 'stroke-width',
  textAnchor: 'text-anchor',
};

function attribute(tag: string, name: string, value: unknown): string {
  if (value === undefined || value === null || left.has(name)) return '';
  if (typeof value === 'function' || name === 'style')
    throw new Error(`<${tag} ${name}> needs React to the end`);
  if (truths.has(name)) return value ? ` ${names[name] ?? name}=""` : '';
  if (tag === 'select' && name === 'value') return '';
  if (tag === 'option' && name === 'selected') return '';
  if (tag === 'textarea' && name === 'value') return '';
  if (typeof value === 'boolean' && !isOfAnyValue(name)) return '';
  if (addresses.has(name)) return address(tag, name, String(value));
  return ` ${names[name] ?? name}="${escaped(String(value))}"`;
}

const isOfAnyValue = (name: string) => name.startsWith('aria-') || name.startsWith('data-');

/** An address that is a script is none: whoever wrote it, it runs with the reader's rights. */
const script =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers leave them out too
  /^[\u0000-\u001F ]*j[\r\n\t]*a[\r\n\t]*v[\r\n\t]*a[\r\n\t]*s[\r\n\t]*c[\r\n\t]*r[\r\n\t]*i[\r\n\t]*p[\r\n\t]*t[\r\n\t]*:/i;

function address(tag: string, name: string, value: string): string {
  if (value === '' && tag !== 'a' && (name === 'href' || name === 'src')) return '';
  const safe = script.test(value) ? blocked : value;
  return ` ${name}="${escaped(safe)}"`;
}

const blocked = "javascript:throw new Error('React has blocked a javascript: URL as a security precaution.')";

const special = /["'&<>]/;
const entities: Readonly<Record<string, string>> = {
  '"': '&quot;',
  "'": '&#x27;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
};

function escaped(text: string): string {
  return special.test(text) ? text.replace(/["'&<>]/g, (one) => entities[one] ?? one) : text;
}
