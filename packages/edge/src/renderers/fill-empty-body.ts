import { Transform } from 'node:stream';

/** Next sends an error page with an empty body, for its script to fill. A document with a body stays as it is. */
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
