import { columnSizes } from '../blocks/picture-html';

/** Bodies are stored as they were rendered; until November 2026 pictures in them asked for the whole window's width. */
export function withColumnSizes(bodyHtml: string): string {
  return bodyHtml.replaceAll(' sizes="(min-width: 48rem) 45rem, 100vw"', ` sizes="${columnSizes}"`);
}
