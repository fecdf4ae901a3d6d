import type { BodyItem } from './embeds';

/** Private-use characters that no text contains after `withoutPlaceholders`: they mark an item's place. */
const FROM = '\uE0F0';
const TO = '\uE0F1';
export const PLACEHOLDER = /\uE0F0(\d{1,6})\uE0F1/g;

export const placeholderOf = (at: number) => `${FROM}${at}${TO}`;
export const withoutPlaceholders = (text: string) => text.replace(/[\uE0F0\uE0F1]/g, '');

/** The items of one text, and what was dropped from it. */
export interface BodyFinds {
  items: BodyItem[];
  /** As text for the report, such as `shortcode [vc_row]`. */
  dropped: Set<string>;
}

export function addItem(finds: BodyFinds, item: BodyItem): string {
  finds.items.push(item);
  return placeholderOf(finds.items.length - 1);
}
