import { and, eq } from 'drizzle-orm';
import { auditEntries, bylines, type StoryState, stories, topics } from '@/db/schema';
import { appendAudit } from '@/lib/audit/append';
import { dhakaDay } from '@/lib/bengali/dates';
import { truncateGraphemes } from '@/lib/bengali/graphemes';
import type { StoryDocument } from '@/lib/stories/document/shape';
import { textOfDocument } from '@/lib/stories/document/text';
import { settleStory } from '@/lib/stories/settle-story';
import {
  faultsForReaders,
  faultsIn,
  isLonger,
  oneLine,
  type StoryFields,
  storyLimits,
  tidyFields,
  unsaid,
} from '@/lib/stories/story-fields';
import { bylineNamed, columnsOf, linkNames, topicNamed } from '@/lib/stories/story-rows';
import { documentOfBody } from './content/body-document';
import type { ReadBody } from './content/body-html';
import { wordsOf } from './content/plain-words';
import type { ExportItem } from './export/shape';
import { keepOldAddress } from './keep-old-address';
import { leadOf } from './lead-links';
import { externalIdOf, type Step } from './move';
import { momentOf, spelt } from './old-site';

/** A post with what was looked up before the transaction. */
export interface ReadyPost {
  item: ExportItem & { id: number };
  body: ReadBody;
  /** Slugs: its home first. */
  sections: readonly string[];
}

/** The story's id, whether it came now or before; null if it is refused. */
export function takePost(step: Step, post: ReadyPost): number | null {
  const { t, site } = step;
  const { item } = post;
  const externalId = externalIdOf(site, item.id);
  const known = t.select({ id: stories.id }).from(stories).where(eq(stories.externalId, externalId)).get();
  if (known) {
    step.count((report) => {
      report.alreadyHere += 1;
    });
    return known.id;
  }
  return addPost(step, post, externalId);
}

function addPost(step: Step, post: ReadyPost, externalId: string): number | null {
  const { t, now, actor } = step;
  const { item } = post;
  const standing = standingOf(step, item);
  const waits = { links: false };
  const fields = fieldsOf(step, post, standing.state, waits);
  const columns = columnsOf(t, fields);
  if (!columns.ok) return refuse(step, item, `${columns.field ?? 'something'} is not known`);
  const isForReaders = standing.state === 'published' || standing.state === 'scheduled';
  const [fault] = [...faultsIn(fields), ...(isForReaders ? unfit({ ...fields, ...columns.value }) : [])];
  if (fault) return refuse(step, item, `${fault.field}: ${fault.code}`);

  const story = t
    .insert(stories)
    .values({
      ...columns.value,
      ...standing,
      externalId,
      createdAt: standing.publishedAt ?? standing.updatedAt,
    })
    .returning({ id: stories.id })
    .get();
  linkNames(t, story.id, fields);
  appendAudit(t, {
    actor,
    verb: 'import-story',
    subject: `story:${story.id}`,
    after: { externalId, headline: fields.headline, state: standing.state, wordpress: item.status },
    at: now,
  });
  settleStory(t, story.id, null, now);
  keepAddresses(step, post, story.id, standing);
  if (waits.links) step.shelf.wait(story.id);
  step.count((report) => {
    report.stories[standing.state] += 1;
  });
  return story.id;
}

/** Old archives have pictures without a caption; the desk is asked for one at the next edit. */
function unfit(fields: Parameters<typeof faultsForReaders>[0]) {
  return faultsForReaders(fields).filter(({ field }) => field !== 'pictureCaption');
}

function refuse(step: Step, item: ExportItem, reason: string): null {
  note(step, item, 'refused', `"${shortTitle(item)}" is not imported: ${reason}`);
  return null;
}

function note(
  step: Step,
  item: ExportItem,
  grade: 'refused' | 'left out' | 'otherwise',
  reason: string,
): void {
  step.notes.push({ post: item.id, grade, reason });
}

const shortTitle = (item: ExportItem) => truncateGraphemes(oneLine(wordsOf(item.title)), 60, '…');

interface PostStanding {
  state: Exclude<StoryState, 'retracted'>;
  publishedAt: Date | null;
  firstPublishedAt: Date | null;
  scheduledAt: Date | null;
  correctedAt: Date | null;
  updatedAt: Date;
}

/** What was public is published, what waited for its hour is scheduled; what no reader could see, none sees here. */
function standingOf(step: Step, item: ExportItem): PostStanding {
  const { now, site } = step;
  const at = momentOf(item.dateGmt, item.date, site);
  const modified = momentOf(item.modifiedGmt, '', site);
  const updatedAt = earliest(modified ?? at ?? now, now);
  const hidden = {
    publishedAt: null,
    firstPublishedAt: null,
    scheduledAt: null,
    correctedAt: null,
    updatedAt,
  };
  if (item.status === 'pending') return { ...hidden, state: 'filed' };
  if (item.status !== 'publish' && item.status !== 'future') {
    if (item.status !== 'draft')
      note(step, item, 'otherwise', `was "${item.status}" in WordPress: a draft here, for the desk only`);
    return { ...hidden, state: 'draft' };
  }
  if (item.password !== '') {
    note(step, item, 'otherwise', 'was open to those with a password: a draft here, for the desk only');
    return { ...hidden, state: 'draft' };
  }
  if (at === null) {
    note(step, item, 'otherwise', `has no date that can be read ("${item.date}"): a draft here`);
    return { ...hidden, state: 'draft' };
  }
  if (at > now) return { ...hidden, state: 'scheduled', scheduledAt: at };
  const correctedAt = modified && modified > at && modified <= now ? modified : null;
  return {
    state: 'published',
    publishedAt: at,
    firstPublishedAt: at,
    scheduledAt: null,
    correctedAt,
    updatedAt,
  };
}

const earliest = (one: Date, other: Date) => (one < other ? one : other);

function fieldsOf(
  step: Step,
  { item, body, sections }: ReadyPost,
  state: StoryState,
  waits: { links: boolean },
): StoryFields {
  const document = documentOfBody(body, {
    picture: () => null,
    gallery: () => [],
    medium: (address) => address,
    link: (href) => {
      const lead = leadOf(step.t, step.site, href);
      waits.links ||= lead === null;
      return lead ?? href;
    },
  });
  const [section = '', ...others] = sections;
  for (const one of body.dropped) note(step, item, 'otherwise', `${one} is left out of the text`);
  if (item.isCut) note(step, item, 'otherwise', 'was longer than is ever held: the end of it is missing');

  const standfirst = fitting(
    step,
    item,
    'standfirst',
    wordsOf(metaOf(item, step.wish.standfirstKey) || item.excerpt),
  );
  const headline = headlineOf(step, item, document);
  const isBare = document.content.length === 0 && state !== 'draft';
  if (isBare) note(step, item, 'otherwise', 'has no text that can be shown: its headline stands for it');
  return tidyFields({
    ...unsaid,
    section,
    sections: atMost(step, item, 'sections', others),
    kicker: fitting(step, item, 'kicker', wordsOf(metaOf(item, step.wish.kickerKey))),
    headline,
    standfirst,
    body: '',
    bodyDoc: isBare ? documentSaying(standfirst || headline) : document,
    topics: atMost(step, item, 'topics', topicsOf(item)),
    bylines: atMost(
      step,
      item,
      'bylines',
      signersOf(step, item).map(({ name }) => name),
    ),
    district: '',
    pictureId: null,
    pictureCaption: '',
    pictureCredit: '',
    pictureAlt: '',
    comments: item.commentStatus === 'open' ? 'open' : 'closed',
  });
}

function documentSaying(text: string): StoryDocument {
  return { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
}

const metaOf = (item: ExportItem, key: string) => (key === '' ? '' : (item.meta.get(key) ?? ''));

function headlineOf(step: Step, item: ExportItem, document: StoryDocument): string {
  const title = oneLine(wordsOf(item.title));
  if (title !== '') return fitting(step, item, 'headline', title);
  const [firstLine = ''] = textOfDocument(document).split('\n');
  const stand = truncateGraphemes(oneLine(firstLine), 80, '…') || `শিরোনামহীন (${item.id})`;
  note(step, item, 'otherwise', `has no title: it is called "${stand}"`);
  return stand;
}

type Line = 'headline' | 'standfirst' | 'kicker';

function fitting(step: Step, item: ExportItem, field: Line, text: string): string {
  const line = oneLine(text);
  if (!isLonger(line, storyLimits[field])) return line;
  note(step, item, 'otherwise', `its ${field} was cut at ${storyLimits[field]} letters`);
  return truncateGraphemes(line, storyLimits[field], '…');
}

function atMost(
  step: Step,
  item: ExportItem,
  field: 'topics' | 'bylines' | 'sections',
  names: readonly string[],
) {
  const distinct = [...new Set(names.map((name) => nameOf(name)).filter((name) => name !== ''))];
  const most = storyLimits[field];
  if (distinct.length > most)
    note(step, item, 'otherwise', `had ${distinct.length} ${field}, of which a story has ${most} at most`);
  return distinct.slice(0, most);
}

const nameOf = (name: string) => truncateGraphemes(oneLine(wordsOf(name)), storyLimits.name, '…');

const topicsOf = ({ terms }: ExportItem) =>
  terms.filter(({ domain }) => domain === 'post_tag').map(({ name, nicename }) => name || spelt(nicename));

interface Signer {
  name: string;
  /** The last part of the address of their archive, as it may have been. */
  logins: string[];
}

/** Those of Co-Authors Plus if it was there, else the one author. Names of people, never accounts. */
function signersOf({ authors }: Step, { terms, creator }: ExportItem): Signer[] {
  const several = terms
    .filter(({ domain, name }) => domain === 'author' && nameOf(name) !== '')
    .map(({ name, nicename }) => ({ name: nameOf(name), logins: [nicename, nicename.replace(/^cap-/, '')] }));
  if (several.length > 0) return several;
  const name = nameOf(authors.get(creator)?.name ?? creator);
  return name === '' ? [] : [{ name, logins: [creator, creator.toLowerCase().replace(/[^a-z0-9]+/g, '-')] }];
}

/** Its own address and number, those it had before, and those of its listings, once there is something behind them. */
function keepAddresses(
  step: Step,
  { item }: ReadyPost,
  storyId: number,
  { state, publishedAt }: Pick<PostStanding, 'state' | 'publishedAt'>,
): void {
  const { t, now, wish } = step;
  if (state !== 'published' && state !== 'scheduled') return;
  const target = { targetKind: 'story' as const, target: String(storyId) };
  const link = pathOf(item.link);
  // A site without pretty addresses has numbers only; this is one of the paths that WordPress gives such a post.
  keep(link ?? `/archives/${item.id}`, target, item.id);
  for (const slug of (item.meta.get('_wp_old_slug') ?? '').split('\n')) {
    if (slug !== '' && link) keep(link.replace(/[^/]+\/?$/, slug), target);
  }
  for (const { domain, nicename, name } of item.terms) {
    const isCategory = domain === 'category';
    const section = isCategory ? step.sections.known(nicename) : null;
    if (section)
      for (const path of step.sections.archives(nicename))
        keep(encodeURI(path), { targetKind: 'section', target: section });
    if (domain === 'post_tag' && nameOf(name || nicename) !== '') {
      const topic = t
        .select()
        .from(topics)
        .where(eq(topics.id, topicNamed(t, nameOf(name || spelt(nicename)))))
        .get();
      if (topic) keep(`/${wish.tagBase}/${nicename}`, { targetKind: 'topic', target: topic.slug });
    }
  }
  for (const { name, logins } of signersOf(step, item)) {
    const byline = t
      .select()
      .from(bylines)
      .where(eq(bylines.id, bylineNamed(t, name)))
      .get();
    if (!byline) continue;
    for (const login of new Set(logins))
      keep(`/author/${encodeURIComponent(spelt(login))}`, { targetKind: 'byline', target: byline.slug });
  }
  const day = publishedAt ? (/^\d{4}-\d\d-\d\d/.exec(item.date)?.[0] ?? dhakaDay(publishedAt)) : null;
  if (day) {
    const [year, month, date] = day.split('-');
    keep(`/${year}/${month}/${date}`, { targetKind: 'address', target: `/archive/${day}` });
    keep(`/${year}/${month}`, { targetKind: 'address', target: `/archive/${year}-${month}` });
    keep(`/${year}`, { targetKind: 'address', target: '/archive' });
  }

  function keep(address: string, to: Parameters<typeof keepOldAddress>[1]['target'], of?: number): void {
    const kept = keepOldAddress(t, { address, target: to, post: of ?? null }, now);
    if (kept === 'added')
      step.count((report) => {
        report.oldAddresses += 1;
      });
    if (kept === 'taken' && of !== undefined)
      note(step, item, 'otherwise', `its address ${spelt(address)} leads elsewhere already`);
    if (kept === 'no-path' && of !== undefined)
      note(step, item, 'otherwise', `its address ${address} cannot be one here`);
  }
}

/** Of a link that has one; `/?p=61` has none. */
function pathOf(link: string): string | null {
  const path = link.replace(/^[a-z]+:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');
  return path === '' || path === '/' ? null : path;
}

/** Whether anybody of the newsroom has done anything with a story since it came. */
export function isWorkedOn({ t }: Pick<Step, 't'>, storyId: number): boolean {
  const deed = t
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.subjectKind, 'story'),
        eq(auditEntries.subject, String(storyId)),
        eq(auditEntries.actorKind, 'staff'),
      ),
    )
    .limit(1)
    .get();
  return deed !== undefined;
}
