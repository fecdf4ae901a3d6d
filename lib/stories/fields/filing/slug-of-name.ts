import { slugify } from '@barta/bengali/latin/slugify';

/** For a name without any letter, such as `🙂`, the name itself, so that it still has an address. */
export function slugOfName(name: string): string {
  return slugify(name) || encodeURIComponent(name).replaceAll('%', '').toLowerCase();
}
