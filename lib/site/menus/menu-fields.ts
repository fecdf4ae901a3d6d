import { isLonger, oneLine } from '@/lib/stories/fields/tidy-text';

export const menuNames = ['bar', 'more', 'footer'] as const;
export type MenuName = (typeof menuNames)[number];

export interface MenuFields {
  menu: MenuName;
  label: string;
  /** A path of ours, as in `/topic/ilish`, or a whole https address. */
  href: string;
}

export type MenuFault = 'label-empty' | 'label-too-long' | 'href-wrong' | 'href-ours';

export const menuLimits = { label: 40, href: 500, lines: 30 } as const;

/** A path is kept as it is typed; what names this very site is cut down to its path. */
export function tidyMenuItem({ menu, label, href }: MenuFields, site: string): MenuFields {
  const address = href.trim().normalize('NFC');
  const path = address.startsWith(`${site}/`) ? address.slice(site.length) : address;
  return { menu, label: oneLine(label), href: path };
}

export function faultInMenuItem(fields: MenuFields): { code: MenuFault; field: keyof MenuFields } | null {
  if (fields.label === '') return { code: 'label-empty', field: 'label' };
  if (isLonger(fields.label, menuLimits.label)) return { code: 'label-too-long', field: 'label' };
  if (/^\/(?:admin|api)(?:\/|$)/.test(fields.href)) return { code: 'href-ours', field: 'href' };
  return isMenuAddress(fields.href) ? null : { code: 'href-wrong', field: 'href' };
}

function isMenuAddress(href: string): boolean {
  if (href.length > menuLimits.href || /[\s\\<>"]/.test(href)) return false;
  if (href.startsWith('/')) return !href.startsWith('//');
  const url = URL.parse(href);
  return url?.protocol === 'https:' && url.username === '' && url.hostname.includes('.');
}
