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
import { plainTextOf } from './content/plain-text';
import type { ExportCategory, ItemTerm } from './export/export-format';
import type { ImportOptions } from './import-options';
import type { AddNote } from './import-report';
import { decodedSlug } from './old-site';

/** Categories of the old site as the export names them. */
type CategoryTerm = Pick<ItemTerm, 'nicename' | 'name'>;

/** With more top sections than this in the menu bar, new ones go under "more". */
const MAX_BAR_SECTIONS = 8;

export interface SectionChooserInput {
  db: AppDb;
  actor: Actor;
  categories: readonly ExportCategory[];
  options: ImportOptions;
  addNote: AddNote;
}

/**
 * Maps each category to a section: the one that the operator names for it, else the one it became in an earlier run, else
 * an existing one of the same slug or name, else a new one, under its own slug if that is Latin and free, otherwise under
 * its transliterated name.
 */
export class SectionChooser {
  readonly #input: SectionChooserInput;
  readonly #now: Date;
  readonly #categories: ReadonlyMap<string, ExportCategory>;
  readonly #named: ReadonlyMap<string, string>;
  readonly #chosen = new Map<string, string | null>();
  #created = 0;
  #default: Promise<string | null> | undefined;

  constructor(input: SectionChooserInput, now: Date) {
    const { categories, options } = input;
    this.#input = input;
    this.#now = now;
    this.#categories = new Map(categories.map((category) => [decodedSlug(category.nicename), category]));
    this.#named = new Map([...options.sections].map(([name, slug]) => [oneLine(decodedSlug(name)), slug]));
  }

  /** How many sections were created. */
  get created(): number {
    return this.#created;
  }

  /** The section's slug; the section is created if there is none yet. Null if it cannot be created. */
  async sectionOf(term: CategoryTerm): Promise<string | null> {
    const nicename = decodedSlug(term.nicename || latinSlug(term.name));
    const before = this.#chosen.get(nicename);
    if (before !== undefined) return before;
    const slug = await this.#choose({ ...term, nicename });
    this.#chosen.set(nicename, slug);
    return slug;
  }

  /** Chooses the sections of these categories and their ancestors in the order of the file, which is that of the menus. */
  async chooseInOrder(named: ReadonlySet<string>): Promise<void> {
    const tops = new Set([...named].map((nicename) => this.ancestorsOf(nicename).at(-1) ?? nicename));
    for (const category of this.#input.categories) {
      const nicename = decodedSlug(category.nicename);
      if (named.has(nicename) || tops.has(nicename)) await this.sectionOf(category);
    }
  }

  /** The section of posts without a category. */
  async defaultSection(): Promise<string | null> {
    const { defaultSection } = this.#input.options;
    if (this.#sectionBySlug(defaultSection)) return defaultSection;
    this.#default ??= this.#create(defaultSection, 'অন্যান্য', '');
    return this.#default;
  }

  /** The section chosen already, if any; creates nothing. */
  chosen(nicename: string): string | null {
    return this.#chosen.get(decodedSlug(nicename)) ?? null;
  }

  /** The category's id in WordPress; null if the file does not contain it. */
  categoryId(nicename: string): number | null {
    return this.#categories.get(decodedSlug(nicename))?.id ?? null;
  }

  /** Nicenames of the categories above this one, nearest first. */
  ancestorsOf(nicename: string): string[] {
    const own = decodedSlug(nicename);
    const parentOf = (name: string) => this.#categories.get(name)?.parent ?? '';
    const found: string[] = [];
    for (let parent = parentOf(own); parent !== ''; ) {
      const next = decodedSlug(parent);
      // A category in a cycle has no ancestors.
      if (next === own) return [];
      if (found.includes(next)) break;
      found.push(next);
      parent = parentOf(next);
    }
    return found;
  }

  /** The paths of its archive on the old site. */
  archivePaths(nicename: string): string[] {
    const own = decodedSlug(nicename);
    const whole = [own, ...this.ancestorsOf(nicename)].toReversed().join('/');
    return [...new Set([whole, own])].map((path) => `/${this.#input.options.categoryBase}/${path}`);
  }

  async #choose(term: CategoryTerm): Promise<string | null> {
    const nicename = decodedSlug(term.nicename);
    const name = oneLine(plainTextOf(this.#categories.get(nicename)?.name ?? term.name)) || nicename;
    const named = this.#named.get(nicename) ?? this.#named.get(name);
    if (named !== undefined) return this.#sectionBySlug(named) ? named : this.#create(named, name, nicename);
    const existing =
      this.#fromEarlierRun(nicename) ??
      this.#sectionBySlug(nicename)?.slug ??
      this.#sectionByName(name)?.slug;
    return existing ?? this.#create(this.#freeSlug(nicename, name), name, nicename);
  }

  /** An earlier run has saved the category's archive as an old address of its section. */
  #fromEarlierRun(nicename: string): string | undefined {
    const { db } = this.#input;
    for (const archive of this.archivePaths(nicename)) {
      const path = oldPath(encodeURI(archive));
      const row = path && db.select().from(legacyUrls).where(eq(legacyUrls.path, path)).get();
      if (row && row.targetKind === 'section' && this.#sectionBySlug(row.target)) return row.target;
    }
    return undefined;
  }

  #sectionBySlug(slug: string) {
    return this.#input.db.select().from(sections).where(eq(sections.slug, slug)).get();
  }

  #sectionByName(name: string) {
    const all = this.#input.db.select().from(sections).orderBy(asc(sections.id)).all();
    return all.find((one) => oneLine(one.name) === name);
  }

  #freeSlug(nicename: string, name: string): string {
    const latin = [nicename, latinSlug(name), latinSlug(nicename)].find((slug) =>
      /^[a-z]/.test(latinSlug(slug)),
    );
    const base = latinSlug(latin ?? 'news')
      .slice(0, 34)
      .replace(/-+$/, '');
    for (let at = 1; ; at += 1) {
      const slug = at === 1 ? base : `${base}-${at}`;
      if (!reservedSlugs.has(slug) && !this.#sectionBySlug(slug)) return slug;
    }
  }

  async #create(slug: string, name: string, nicename: string): Promise<string | null> {
    const { db, actor, addNote } = this.#input;
    const top = this.ancestorsOf(nicename).at(-1);
    const topSlug = top === undefined ? null : await this.sectionOf({ nicename: top, name: top });
    const parent = topSlug === null ? undefined : this.#sectionBySlug(topSlug);
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
        // Sections nest one level deep: deeper categories go under the topmost one.
        parentId: parent ? (parent.parentId ?? parent.id) : null,
        layout: '',
        menu: parent ? 'none' : inBar < MAX_BAR_SECTIONS ? 'bar' : 'more',
        strictness: 'usual',
        commentsDays: null,
      },
      this.#now,
    );
    if (outcome.ok) {
      this.#created += 1;
      return slug;
    }
    const reason = `category "${name}": no section "${slug}" (${outcome.code})`;
    addNote({ post: null, grade: 'refused', reason });
    return null;
  }
}
