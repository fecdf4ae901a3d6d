import type { BodyItem } from './embeds';

/** Private-use letters that no text has, once `withoutPlaceholders` has gone over it: they hold a thing's place. */
const FROM = '\uE0F0';
const TO = '\uE0F1';
export const PLACEHOLDER = /\uE0F0(\d{1,6})\uE0F1/g;

export const placeholderOf = (at: number) => `${FROM}${at}${TO}`;
export const withoutPlaceholders = (text: string) => text.replace(/[\uE0F0\uE0F1]/g, '');

/** The items of one text, and what was in it that no reader here will see. */
export interface BodyFinds {
  items: BodyItem[];
  /** In words for the report, as in `shortcode [vc_row]`. */
  dropped: Set<string>;
}

export function addItem(finds: BodyFinds, item: BodyItem): string {
  finds.items.push(item);
  return placeholderOf(finds.items.length - 1);
}
