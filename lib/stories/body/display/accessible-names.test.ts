import { expect, test } from 'vitest';
import { withAccessibleNames } from './accessible-names';

const inABox = (table: string) =>
  `<div class="scroll" role="group" aria-label="টেবিল" tabindex="0">${table}</div>`.normalize('NFC');

test.each([
  [
    'a table of the editor’s',
    '<p>ক</p>\n<div class="scroll" tabindex="0"><table><tbody><tr><td>খ</td></tr></tbody></table></div>\n<p>গ</p>',
    `<p>ক</p>\n${inABox('<table><tbody><tr><td>খ</td></tr></tbody></table>')}\n<p>গ</p>`,
  ],
  [
    'tables that were brought over, one in a cell of another',
    '<table><tr><td><table><tr><td>ক</td></tr></table></td></tr></table>',
    inABox(`<table><tr><td>${inABox('<table><tr><td>ক</td></tr></table>')}</td></tr></table>`),
  ],
  [
    'a sound and a film that nobody has named',
    '<audio src="/media/a.mp3" controls=""></audio><video src="/media/b.mp4" controls="" width="1"></video>',
    '<audio aria-label="অডিও" src="/media/a.mp3" controls=""></audio><video aria-label="ভিডিও" src="/media/b.mp4" controls="" width="1"></video>',
  ],
  [
    'a sound that has a name',
    '<audio src="/media/a.mp3" controls="" aria-label="গান"></audio>',
    '<audio src="/media/a.mp3" controls="" aria-label="গান"></audio>',
  ],
  ['no table and no player', '<p>ক &lt;table&gt;</p>', '<p>ক &lt;table&gt;</p>'],
])('%s', (_, stored, displayed) => {
  expect(withAccessibleNames(stored)).toBe(displayed);
});
