import { createElement, Fragment, type HTMLAttributes, isValidElement, type ReactNode } from 'react';

/**
 * Serialises static parts of a page to HTML. Next renders a page twice, as flight data and from that data as HTML. What
 * stands in a `StaticHtml` passes through both as one string.
 *
 * Without it the renderer's main thread takes 1.11 (story), 1.20 (front) and 1.34 (section) times as long for a page: a
 * cache miss is promised within 12 ms (docs/decisions/023-runtime-tricks-measured.md). react-dom/server cannot be
 * imported beside server components.
 */

type Props = Readonly<Record<string, unknown>>;

interface StaticHtmlProps extends HTMLAttributes<HTMLElement> {
  as: 'article' | 'aside' | 'div' | 'footer' | 'header' | 'main' | 'nav' | 'ol' | 'section' | 'ul';
}

/**
 * An element whose children become HTML here. Not for what only React can render: a form with an action, a client
 * component, what belongs into the head.
 */
export function StaticHtml({ as, children, ...attributes }: StaticHtmlProps) {
  return createElement(as, { ...attributes, dangerouslySetInnerHTML: { __html: toStaticHtml(children) } });
}

/**
 * The HTML of a tree of elements, byte for byte what react-dom's `renderToStaticMarkup` makes of it (the test compares
 * them). For components that are functions of their props: no hooks, promises, context, handlers or inline style.
 * @throws {Error} on anything else, a client component too.
 */
export function toStaticHtml(node: ReactNode): string {
  return serialize(node, undefined);
}

/** `chosen`: the value of the `<select>` around the node. */
function serialize(node: unknown, chosen: unknown): string {
  if (typeof node === 'string') return escaped(node);
  if (typeof node === 'number' || typeof node === 'bigint') return String(node);
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (Array.isArray(node)) {
    let html = '';
    for (const child of node) html += serialize(child, chosen);
    return html;
  }
  if (!isValidElement(node)) throw new Error(`${String(node)} cannot be serialized`);
  const { type } = node;
  const props = node.props as Props;
  if (typeof type === 'string') return element(type, props, chosen);
  if (type === Fragment) return serialize(props.children, chosen);
  if (typeof type === 'function') return serialize((type as (props: Props) => unknown)(props), chosen);
  throw new Error(`not a function component: ${String(type)}`);
}

/** Elements without an end tag. */
const voidElements = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Attributes that React writes after all others. */
const lastAttributes: Readonly<Record<string, readonly string[]>> = {
  input: ['name', 'formAction', 'formMethod', 'checked', 'value'],
  button: ['name', 'formAction', 'formMethod'],
  form: ['action', 'encType', 'method', 'target'],
};

function element(tag: string, given: Props, chosen: unknown): string {
  const props = tag === 'input' ? withoutDefaults(given) : given;
  const last = lastAttributes[tag];
  let html = `<${tag}`;
  for (const name in props) {
    if (!last?.includes(name)) html += attribute(tag, name, props[name]);
  }
  if (last) for (const name of last) html += attribute(tag, name, props[name]);
  if (tag === 'option' && isChosen(props, chosen)) html += ' selected=""';
  if (voidElements.has(tag)) return `${html}/>`;
  return `${html}>${inside(tag, props, chosen)}</${tag}>`;
}

function inside(tag: string, props: Props, chosen: unknown): string {
  const raw = props.dangerouslySetInnerHTML as { __html: unknown } | undefined;
  if (raw) return String(raw.__html ?? '');
  if (tag === 'textarea') return withFirstLineEnd(String(props.value ?? props.defaultValue ?? ''));
  if (tag === 'select') return serialize(props.children, props.value ?? props.defaultValue);
  return serialize(props.children, chosen);
}

/** An uncontrolled field's default is its first value. */
function withoutDefaults({ defaultValue, defaultChecked, ...props }: Props): Props {
  return { ...props, value: props.value ?? defaultValue, checked: props.checked ?? defaultChecked };
}

function isChosen({ value, selected, children }: Props, chosen: unknown): boolean {
  if (chosen === undefined || chosen === null) return Boolean(selected);
  return String(value ?? children) === String(chosen);
}

/** Browsers drop a line end directly after the start tag. */
function withFirstLineEnd(text: string): string {
  return text.startsWith('\n') ? `\n${escaped(text)}` : escaped(text);
}

/** Props that are no attributes, or are handled elsewhere. */
const ignoredProps = new Set([
  'children',
  'dangerouslySetInnerHTML',
  'defaultValue',
  'suppressHydrationWarning',
]);

/** Boolean attributes: present or absent. */
const booleanAttributes = new Set(
  `allowFullScreen async autoFocus autoPlay checked controls default defer disabled hidden inert loop multiple muted noModule
  noValidate open playsInline readOnly required reversed itemScope`.split(/\s+/),
);

const urlAttributes = new Set(['href', 'src', 'action', 'formAction']);

/** Their names in HTML. Others with a capital letter are left: HTML attribute names are case-insensitive. */
const htmlNames: Readonly<Record<string, string>> = {
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
  if (value === undefined || value === null || ignoredProps.has(name)) return '';
  if (typeof value === 'function' || name === 'style') throw new Error(`<${tag} ${name}> cannot be static`);
  if (booleanAttributes.has(name)) return value ? ` ${htmlNames[name] ?? name}=""` : '';
  if (tag === 'select' && name === 'value') return '';
  if (tag === 'option' && name === 'selected') return '';
  if (tag === 'textarea' && name === 'value') return '';
  if (typeof value === 'boolean' && !acceptsAnyValue(name)) return '';
  if (urlAttributes.has(name)) return urlAttribute(tag, name, String(value));
  return ` ${htmlNames[name] ?? name}="${escaped(String(value))}"`;
}

const acceptsAnyValue = (name: string) => name.startsWith('aria-') || name.startsWith('data-');

/** React's own rule: a `javascript:` URL would run with the reader's rights, whoever wrote it. */
const scriptUrl =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers ignore them too
  /^[\u0000-\u001F ]*j[\r\n\t]*a[\r\n\t]*v[\r\n\t]*a[\r\n\t]*s[\r\n\t]*c[\r\n\t]*r[\r\n\t]*i[\r\n\t]*p[\r\n\t]*t[\r\n\t]*:/i;

function urlAttribute(tag: string, name: string, value: string): string {
  if (value === '' && tag !== 'a' && (name === 'href' || name === 'src')) return '';
  const safe = scriptUrl.test(value) ? blocked : value;
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
