import { expect, test } from 'vitest';
import { wordpressForms } from './wordpress-forms';

test.each([
  ['/khobor', []],
  ['/khobor/feed', ['/khobor']],
  ['/khobor/feed/rss2', ['/khobor']],
  ['/khobor/amp', ['/khobor']],
  ['/khobor/3', ['/khobor']],
  ['/khobor/comment-page-2', ['/khobor']],
  ['/category/khela/page/12/feed', ['/category/khela/page/12', '/category/khela']],
  ['/page/4', ['/page']],
  ['/2020/01', []],
  ['/2020/01/02/page/2', ['/2020/01/02']],
  ['/wp-content/uploads/2020/01/nodi-300x200.jpg', ['/wp-content/uploads/2020/01/nodi.jpg']],
  [
    '/wp-content/uploads/nodi-scaled-1024x683.JPG',
    ['/wp-content/uploads/nodi-scaled.JPG', '/wp-content/uploads/nodi.JPG'],
  ],
  ['/wp-content/uploads/nodi.jpg', []],
  ['/a/feed/feed/feed/feed/feed', ['/a/feed/feed/feed/feed', '/a/feed/feed/feed', '/a/feed/feed']],
])('%s may be another form of %j', (path, forms) => {
  expect(wordpressForms(path).map((form) => form.path)).toEqual(forms);
});
