import { latinSlug } from '@barta/bengali/latin/slugify';
import { asc, count, eq, isNull, max } from 'drizzle-orm';
import type { AppDb } from '@/db/client';
import { legacyUrls, sections } from '@/db/schema';
import type { Actor } from '@/lib/people/actor';
import { oldPath } from '@/lib/redirects/old-path';
import { reservedSlugs } from '@/lib/site/reserved-slugs';
import { oneLine } from '@/lib/stories/fields/tidy-text';
import { saveSection } from '@/lib/taxonomy/save-section';
import { maxTaxonomyName } from '@/lib/taxonomy/taxonomy-refusal';
import { wordsOf } from './content/plain-words';
import type { ExportCategory, ItemTerm } from './export/shape';
import type { MoveInWish } from './import-options';
import { spelt } from './old-site';
import type { Tell } from './report';

/** Which section each category is, and where its archive stood. */
export interface Sections {
  /** By nicename; makes the section if there is none yet. Null if it cannot be one. */
  of(term: Pick<ItemTerm, 'nicename' | 'name'>): Promise<string | null>;
  /** Makes those that are named, and those that hold them, in the order of the file: it is that of the menus. */
  inOrder(named: ReadonlySet<string>): Promise<void>;
  /** For posts without a category. */
  usual(): Promise<string | null>;
  /** What was chosen, if it was: no more than a look. */
  known(nicename: string): string | null;
  /** Its number in WordPress; null if the file does not say it. */
  numberOf(nicename: string): number | null;
  /** Nicenames of those that hold this one, nearest first. */
  above(nicename: string): string[];
  /** The paths of its archive. */
  archives(nicename: string): string[];
  made(): number;
}

/** So many lie in the bar before the others go behind "more". */
const IN_THE_BAR = 8;

interface Asked {
  db: AppDb;
  actor: Actor;
  categories: readonly ExportCategory[];
  wish: MoveInWish;
  tell: Tell;
}

/**
 * A category is the section that the operator names for it; or which it became in an earlier run; or one of the same slug
 * or name that is here; or a new one, under its own slug if that is Latin and free, else under its name in Latin letters.
 */
export function chooseSections({ db, actor, categories, wish, tell }: Asked, now: Date): Sections {
  const byNicename = new Map(categories.map((category) => [spelt(category.nicename), category]));
  const wished = new Map([...wish.sections].map(([name, slug]) => [oneLine(spelt(name)), slug]));
  const chosen = new Map<string, string | null>();
  let made = 0;
  let usual: Promise<string | null> | undefined;

  function above(nicename: string): string[] {
    const own = spelt(nicename);
    const found: string[] = [];
    for (let at = byNicename.get(own); at && at.parent !== ''; at = byNicename.get(spelt(at.parent))) {
      const next = spelt(at.parent);
      // A category that holds itself, at whatever distance, is held by nobody.
      if (next === own) return [];
      if (found.includes(next)) break;
      found.push(next);
    }
    return found;
  }

  function archives(nicename: string): string[] {
    const whole = [spelt(nicename), ...above(nicename)].toReversed().join('/');
    return [...new Set([whole, spelt(nicename)])].map((path) => `/${wish.categoryBase}/${path}`);
  }

  function sectionIn(slug: string) {
    return db.select().from(sections).where(eq(sections.slug, slug)).get();
  }

  /** What the first run made of it. */
  function former(nicename: string): string | undefined {
    for (const archive of archives(nicename)) {
      const path = oldPath(encodeURI(archive));
      const row = path && db.select().from(legacyUrls).where(eq(legacyUrls.path, path)).get();
      if (row && row.targetKind === 'section' && sectionIn(row.target)) return row.target;
    }
    return undefined;
  }

  async function choose(term: Pick<ItemTerm, 'nicename' | 'name'>): Promise<string | null> {
    const nicename = spelt(term.nicename);
    const name = oneLine(wordsOf(byNicename.get(nicename)?.name ?? term.name)) || nicename;
    const asked = wished.get(nicename) ?? wished.get(name);
    if (asked !== undefined) return sectionIn(asked) ? asked : make(asked, name, nicename);
    const known =
      former(nicename) ??
      sectionIn(nicename)?.slug ??
      db
        .select()
        .from(sections)
        .orderBy(asc(sections.id))
        .all()
        .find((one) => oneLine(one.name) === name)?.slug;
    return known ?? make(freeSlug(nicename, name), name, nicename);
  }

  function freeSlug(nicename: string, name: string): string {
    const latin = [nicename, latinSlug(name), latinSlug(nicename)].find((slug) =>
      /^[a-z]/.test(latinSlug(slug)),
    );
    const wanted = latinSlug(latin ?? 'news')
      .slice(0, 34)
      .replace(/-+$/, '');
    for (let at = 1; ; at += 1) {
      const slug = at === 1 ? wanted : `${wanted}-${at}`;
      if (!reservedSlugs.has(slug) && !sectionIn(slug)) return slug;
    }
  }

  async function make(slug: string, name: string, nicename: string): Promise<string | null> {
    const top = above(nicename).at(-1);
    const holder = top === undefined ? null : await of({ nicename: top, name: top });
    const parent = holder === null ? undefined : sectionIn(holder);
    const inBar = db.select({ n: count() }).from(sections).where(isNull(sections.parentId)).get()?.n ?? 0;
    const last =
      db
        .select({ last: max(sections.position) })
        .from(sections)
        .get()?.last ?? 0;
    const outcome = await saveSection(
      db,
      actor,
      {
        id: null,
        basedOn: 0,
        slug,
        name: name.slice(0, maxTaxonomyName),
        nameEn: /^[ -~]+$/.test(name) ? name.slice(0, maxTaxonomyName) : '',
        position: Math.min(last + 1, 999),
        // One step deep: what lay deeper lies in the topmost.
        parentId: parent ? (parent.parentId ?? parent.id) : null,
        layout: '',
        menu: parent ? 'none' : inBar < IN_THE_BAR ? 'bar' : 'more',
        strictness: 'usual',
        commentsDays: null,
      },
      now,
    );
    if (outcome.ok) {
      made += 1;
      return slug;
    }
    tell({
      post: null,
      grade: 'refused',
      reason: `category "${name}": no section "${slug}" (${outcome.code})`,
    });
    return null;
  }

  async function of(term: Pick<ItemTerm, 'nicename' | 'name'>): Promise<string | null> {
    const nicename = spelt(term.nicename || latinSlug(term.name));
    const before = chosen.get(nicename);
    if (before !== undefined) return before;
    const slug = await choose({ ...term, nicename });
    chosen.set(nicename, slug);
    return slug;
  }

  return {
    of,
    above,
    archives,
    known: (nicename) => chosen.get(spelt(nicename)) ?? null,
    made: () => made,
    async inOrder(named) {
      const wanted = new Set([...named].map((nicename) => above(nicename).at(-1) ?? nicename));
      for (const category of categories) {
        const nicename = spelt(category.nicename);
        if (named.has(nicename) || wanted.has(nicename)) await of(category);
      }
    },
    numberOf: (nicename) => byNicename.get(spelt(nicename))?.id ?? null,
    async usual() {
      if (sectionIn(wish.defaultSection)) return wish.defaultSection;
      usual ??= make(wish.defaultSection, 'অন্যান্য', '');
      return usual;
    },
  };
}
