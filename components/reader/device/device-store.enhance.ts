/** What a device keeps of a page: its address and what it is called. `read`: how far, from 0 to 1. */
export interface DevicePage {
  href: string;
  name: string;
  read?: number;
}

/** Lists on the device, newest first: saved stories, followed topics, stories that were not read to their end. */
export type DeviceList = 'saved' | 'topics' | 'reading';

const AT_MOST = 200;

// A browser may forbid storage altogether; then a choice lasts as long as the page.
export function choice(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function choose(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {}
}

/** What another version, or another hand, wrote there is no list: then there is nothing. */
export function savedPages(list: DeviceList): DevicePage[] {
  try {
    const all: unknown = JSON.parse(choice(list) ?? '[]');
    return Array.isArray(all) ? all.filter((one) => /^\/(?!\/)/.test(one?.href) && one.name) : [];
  } catch {
    return [];
  }
}

/** Puts a page first, or takes it out. */
export function setSaved(list: DeviceList, page: DevicePage, isKept: boolean): void {
  const others = savedPages(list).filter((one) => one.href !== page.href);
  choose(list, JSON.stringify((isKept ? [page, ...others] : others).slice(0, AT_MOST)));
}

export const isSaved = (list: DeviceList, href: string) => savedPages(list).some((one) => one.href === href);
