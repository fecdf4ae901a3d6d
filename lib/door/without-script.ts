import { Transform } from 'node:stream';
import { type LabelSet, labelsIn } from '@/lib/site/labels';

/** What a browser without scripts is to read on a page of the desk that is refused, or is not there. */
export function withoutScript(language: LabelSet, status: number): string | undefined {
  if (status !== 403 && status !== 404) return undefined;
  const say = labelsIn(language);
  const title = say(status === 403 ? 'admin.noPermission' : 'error.notFoundTitle');
  const text = say(status === 403 ? 'admin.noPermissionHint' : 'error.notFoundBody');
  return `<noscript><main><h1>${title}</h1><p>${text}</p><p><a href="/admin">${say('admin.backToDesk')}</a></p></main></noscript>`;
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
