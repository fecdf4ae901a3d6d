import { Transform } from 'node:stream';
import { type LabelKey, type LabelSet, labelsIn } from '@/lib/site/labels';

const sentences: Partial<Record<number, readonly [title: LabelKey, text: LabelKey]>> = {
  403: ['admin.noPermission', 'admin.noPermissionHint'],
  404: ['error.notFoundTitle', 'error.notFoundBody'],
  500: ['error.serverTitle', 'error.serverBody'],
};

/** What a browser without scripts is to read on a page of the desk that is refused, not there, or broken. */
export function deskNoscript(language: LabelSet, status: number): string | undefined {
  const about = sentences[status];
  if (!about) return undefined;
  const say = labelsIn(language);
  const back = `<p><a href="/admin">${say('admin.backToDesk')}</a></p>`;
  return `<noscript><main><h1>${say(about[0])}</h1><p>${say(about[1])}</p>${back}</main></noscript>`;
}

/** Next sends such a page with an empty body, for its script to fill. A document with a body stays as it is. */
export function fillEmptyBody(html: string): Transform {
  let isEmptyDocument: boolean | undefined;
  let isFilled = false;
  return new Transform({
    transform(chunk: Buffer, _, next) {
      const text = chunk.toString('latin1');
      isEmptyDocument ??= text.slice(0, 200).includes('id="__next_error__"');
      const at = isEmptyDocument && !isFilled ? text.indexOf('<body>') : -1;
      if (at < 0) return next(null, chunk);

      isFilled = true;
      const start = at + '<body>'.length;
      next(null, Buffer.concat([chunk.subarray(0, start), Buffer.from(html), chunk.subarray(start)]));
    },
  });
}
