import { slugify } from '@barta/bengali/latin/slugify';

/** Of a name that has no letter, as in `🙂`, the name itself: an address still finds it. */
export function slugOfName(name: string): string {
  return slugify(name) || encodeURIComponent(name).replaceAll('%', '').toLowerCase();
}
