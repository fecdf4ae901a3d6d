import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { layPiece, takePiece } from './pieces';
import { Written } from './written';

const pieces = () => (globalThis as unknown as { writtenPieces: Map<number, string> }).writtenPieces;

test('what React is given holds a number for the HTML, which is taken once', () => {
  const given = Written({ as: 'nav', className: 'menu', children: <b>ক্ষ &amp; য</b> });
  expect(JSON.stringify(given.props)).not.toContain('ক্ষ');

  expect(renderToStaticMarkup(given)).toBe('<nav class="menu"><b>ক্ষ &amp; য</b></nav>');

  expect(() => renderToStaticMarkup(given)).toThrow(/no written piece/);
});

test('one inside another is a part of its HTML, and one where React runs is in its data', () => {
  const before = pieces().size;
  const nested = (
    <Written as="div">
      <Written as="ol">
        <li>এক</li>
      </Written>
    </Written>
  );
  expect(renderToStaticMarkup(nested)).toBe('<div><ol><li>এক</li></ol></div>');
  const alive = (
    <Written as="ol" isAlive>
      দুই
    </Written>
  );
  expect(renderToStaticMarkup(alive)).toBe('<ol>দুই</ol>');
  expect(pieces().size).toBe(before);
});

test('pages that are given up, however many, leave no more than a few hundred pieces', () => {
  for (let one = 0; one < 2000; one += 1) layPiece('অ');
  expect(pieces().size).toBe(400);
  const key = layPiece('আ');
  expect(takePiece(key)).toBe('আ');
});
