import type { Thing } from './embeds';

/** Private-use letters that no text has, once `withoutMarks` has gone over it: they hold a thing's place. */
const FROM = '\uE0F0';
const TO = '\uE0F1';
export const MARK = /\uE0F0(\d{1,6})\uE0F1/g;

export const markOf = (at: number) => `${FROM}${at}${TO}`;
export const withoutMarks = (text: string) => text.replace(/[\uE0F0\uE0F1]/g, '');

/** The things of one text, and what was in it that no reader here will see. */
export interface Finds {
  things: Thing[];
  /** In words for the report, as in `shortcode [vc_row]`. */
  dropped: Set<string>;
}

export function put(finds: Finds, thing: Thing): string {
  finds.things.push(thing);
  return markOf(finds.things.length - 1);
}
