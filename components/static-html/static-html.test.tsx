import fc from 'fast-check';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { StaticHtml, toStaticHtml } from './static-html';

const hostile = `<b>"it's" & </script> \u0000 ক্ষ &amp; \n`;

describe('the bytes that react-dom writes', () => {
  const pieces: Record<string, ReactNode> = {
    'nothing, in all its kinds': [null, undefined, true, false, '', []],
    'numbers beside words': [0, ' ', 12, ' ', -1.5, 10n],
    'hostile text': <p title={hostile}>{hostile}</p>,
    'a component of components': <Names names={['ঢাকা', hostile]} />,
    'a nest of lists': <ul>{[['a', [<li key="1">b</li>]], <li key="2">c</li>]}</ul>,
    'HTML that was made before': [made('<p>&amp;</p>'), made('')],
    'a picture': (
      <picture>
        <source type="image/avif" srcSet="/a 320w, /b 640w" sizes="(min-width: 48rem) 45rem, 100vw" />
        <img src="/c" width={640} height={0} alt="" loading="lazy" decoding="async" fetchPriority="low" />
      </picture>
    ),
    'a drawing': (
      <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M4" fillRule="evenodd" strokeWidth={1.5} strokeLinecap="round" strokeLinejoin="round" />
        <text textAnchor="middle">{hostile}</text>
      </svg>
    ),
    'a link out': (
      <a href="https://x.example/?a=1&b='2'" rel="noopener" target="_blank" tabIndex={-1}>
        ⋯
      </a>
    ),
    'a link to nowhere, and one that is a script': ['', ' \u0001jAva\nscript:alert(1)'].map((href) => (
      <a key={href} href={href}>
        ⋯
      </a>
    )),
    'a form that is sent by the browser': (
      <form action="/search" method="get" className="f" data-picker noValidate id="f">
        <label htmlFor="q">q</label>
        <input name="q" id="q" type="search" defaultValue={hostile} required maxLength={5} />
        <input className="vh" type="radio" name="list" value="latest" defaultChecked />
        <input type="checkbox" name="one" value="1" defaultChecked={false} disabled={false} />
        <input type="hidden" name="from" value="" readOnly autoComplete="off" inputMode="url" />
        <textarea rows={3} defaultValue={`\n${hostile}`} />
        <button type="submit" form="like" name="like" value={7} formAction="/x#c7" hidden>
          go
        </button>
      </form>
    ),
    'a list of choices': (
      <select className="select" name="d" defaultValue={hostile} disabled={true}>
        <option value="">none</option>
        <optgroup label="g">
          {['a', hostile].map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </optgroup>
      </select>
    ),
    'attributes that are yes or no': (
      <details open>
        <summary>
          <button type="button" data-on data-off={false} aria-pressed={false} hidden={undefined} />
          <span aria-hidden={true}>⋯</span>
        </summary>
        <video controls muted={false} aria-label="film">
          <track kind="captions" src="/media/a.vtt" srcLang="bn" default />
        </video>
      </details>
    ),
    'ends of lines and of words': (
      <p>
        a<br />
        {'b '}
        <wbr />c
      </p>
    ),
    'a frame': (
      <iframe src="/ad/1" title="t" width={300} height={250} sandbox="allow-popups" loading="lazy" />
    ),
    'a time': <time dateTime="2026-11-24T06:00:00.000Z">১২টা</time>,
    'a static element': (
      <StaticHtml as="aside" className="rail" aria-label={hostile}>
        <h2>{hostile}</h2>
      </StaticHtml>
    ),
  };

  test.each(Object.entries(pieces))('%s', (_, piece) => {
    expect(toStaticHtml(piece)).toBe(renderToStaticMarkup(piece));
  });

  test('any tree', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        expect(toStaticHtml(tree)).toBe(renderToStaticMarkup(tree));
      }),
    );
  });
});

test('a static element renders as a plain one does', () => {
  const rail = { className: 'rail', 'aria-label': hostile, children: <Names names={['ঢাকা', hostile]} /> };
  expect(renderToStaticMarkup(<StaticHtml as="aside" {...rail} />)).toBe(
    renderToStaticMarkup(<aside {...rail} />),
  );
});

test('a static element within another', () => {
  const nested = (
    <StaticHtml as="div">
      <StaticHtml as="ol">
        <li>এক</li>
      </StaticHtml>
    </StaticHtml>
  );
  expect(renderToStaticMarkup(nested)).toBe('<div><ol><li>এক</li></ol></div>');
});

test.each([
  ['a promise', Promise.resolve('a')],
  ['a component that waits', <Waits key="1" />],
  ['an object', { a: 1 }],
  ['an action', <form key="1" action={() => undefined} />],
  ['a handler', <button key="1" type="button" onClick={() => undefined} />],
  ['inline style', <p key="1" style={{ color: 'red' }} />],
])('%s is thrown', (_, piece) => {
  expect(() => toStaticHtml(piece as ReactNode)).toThrow();
});

function Names({ names }: { names: readonly string[] }) {
  return names.map((name, at) => (
    <span key={name}>
      {at > 0 && ', '}
      <a href={`/byline/${name}`}>{name}</a>
    </span>
  ));
}

async function Waits() {
  return 'a';
}

/** As a story's body comes. */
// biome-ignore lint/security/noDangerouslySetInnerHtml: it is what is tested
const made = (__html: string) => createElement('div', { key: __html, dangerouslySetInnerHTML: { __html } });

const attributes = fc.record(
  {
    className: fc.string(),
    id: fc.string(),
    title: fc.string({ unit: 'grapheme' }),
    lang: fc.constantFrom('bn', undefined, null),
    hidden: fc.boolean(),
    tabIndex: fc.integer(),
    'aria-label': fc.oneof(fc.string(), fc.boolean()),
    'data-x': fc.oneof(fc.string(), fc.boolean(), fc.double()),
  },
  { requiredKeys: [] },
);

const trees = fc.letrec<{ tree: ReactNode }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'grapheme' }),
    fc.oneof(fc.integer(), fc.boolean(), fc.constant(null)),
    fc.tuple(fc.constantFrom('div', 'span', 'li', 'p'), attributes, fc.array(tie('tree'))).map(
      // As written by hand: children beside one another, no list that wants keys.
      ([tag, props, children]) => createElement(tag, props, ...children),
    ),
    fc.tuple(fc.constantFrom('br', 'img', 'hr'), attributes).map(([tag, props]) => createElement(tag, props)),
  ),
})).tree;
