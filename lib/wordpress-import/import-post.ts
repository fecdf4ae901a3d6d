import { truncateGraphemes } from '@barta/bengali/graphemes';
import { eq } from 'drizzle-orm';
import { legacyUrls, type StoryState, stories } from '@/db/schema';
import { appendAudit } from '@/lib/audit/append';
import type { StoryFields } from '@/lib/stories/fields/catalogue';
import { type FieldFault, faultsForReaders, faultsIn } from '@/lib/stories/fields/check-fields';
import { columnsOf, linkNames, withPictureTexts } from '@/lib/stories/fields/store-fields';
import { oneLine } from '@/lib/stories/fields/tidy-text';
import { settleStory } from '@/lib/stories/workflow/reindex-and-announce';
import { addPictures, isWorkedOn } from './add-pictures';
import { wordsOf } from './content/plain-words';
import type { ExportItem } from './export/shape';
import { keepPostAddresses, shelveFormerSlugs } from './keep-post-addresses';
import { externalIdOf, type Step } from './move';
import { postFieldsOf } from './post-fields';
import { standingOf } from './post-visibility';
import { noteOf, type ReadyPost } from './ready-post';

/** The story's id, whether it came now or before; null if it is refused. */
export function takePost(step: Step, post: ReadyPost): number | null {
  const { t, site } = step;
  const { item } = post;
  const externalId = externalIdOf(site, item.id);
  const known = t
    .select({ id: stories.id, state: stories.state })
    .from(stories)
    .where(eq(stories.externalId, externalId))
    .get();
  if (known) {
    step.count((report) => {
      report.alreadyHere += 1;
    });
    addPictures(step, post, known.id);
    noteChange(step, item, known);
    if (isSeen(known)) {
      if (!hasNumber(step, item)) keepPostAddresses(step, post, known.id, { publishedAt: null });
      shelveFormerSlugs(step, post, known.id);
    }
    // A run that was cut short led no links to what came after it, nor does one file of several to those of the next.
    if (/<a\s/i.test(item.content) && !isWorkedOn(step, known.id)) step.shelf.wait(known.id);
    return known.id;
  }
  return addPost(step, post, externalId);
}

/** It came as a draft, which has none, and the desk has published it since. */
function hasNumber({ t }: Step, { id }: ReadyPost['item']): boolean {
  return t.select().from(legacyUrls).where(eq(legacyUrls.wpPostId, id)).get() !== undefined;
}

/** Nothing is taken down or put up by a second run, but whoever runs it is to know. */
function noteChange(step: Step, item: ExportItem, here: { id: number; state: StoryState }): void {
  const { state } = standingOf({ ...step, notes: [] }, item);
  if (here.state === 'retracted' || isSeen(here) === isSeen({ state })) return;
  if (isSeen(here))
    noteOf(step, item, 'otherwise', `is for no reader in WordPress now, and is ${here.state} here`);
  else if (!isWorkedOn(step, here.id))
    noteOf(step, item, 'otherwise', `is ${state} in WordPress now, and a ${here.state} here`);
}

function addPost(step: Step, post: ReadyPost, externalId: string): number | null {
  const { t, now, actor } = step;
  const { item } = post;
  const standing = standingOf(step, item);
  const waits = { links: false };
  const fields = postFieldsOf(step, post, standing.state, waits);
  const columns = columnsOf(t, fields);
  if (!columns.ok) return refuse(step, item, `${columns.field ?? 'something'} is not known`);
  const [fault] = [
    ...faultsIn(fields).filter((one) => !isOnlyLong(step, item, fields, one)),
    ...(isSeen(standing) ? unfit(withPictureTexts(fields, columns.value)) : []),
  ];
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
  if (isSeen(standing)) {
    keepPostAddresses(step, post, story.id, standing);
    shelveFormerSlugs(step, post, story.id);
  }
  if (waits.links) step.shelf.wait(story.id);
  step.count((report) => {
    report.stories[standing.state] += 1;
  });
  return story.id;
}

/** Now, or when its hour comes. */
const isSeen = ({ state }: { state: StoryState }) => state === 'published' || state === 'scheduled';

/** Readers read it whole; the desk is told at the next edit that it is longer than a text may be. */
function isOnlyLong(
  step: Step,
  item: ExportItem,
  { body }: StoryFields,
  { code, field }: FieldFault,
): boolean {
  if (field !== 'body' || code !== 'too-long' || body.length > LONGEST_BODY) return false;
  noteOf(step, item, 'otherwise', 'is longer than the desk takes: it must be shortened before it is edited');
  return true;
}

const LONGEST_BODY = 2_000_000;

/** Old archives have pictures without a caption; the desk is asked for one at the next edit. */
function unfit(fields: StoryFields) {
  return faultsForReaders(fields).filter(({ field }) => field !== 'pictureCaption');
}

function refuse(step: Step, item: ExportItem, reason: string): null {
  noteOf(step, item, 'refused', `"${shortTitle(item)}" is not imported: ${reason}`);
  return null;
}

const shortTitle = (item: ExportItem) => truncateGraphemes(oneLine(wordsOf(item.title)), 60, '…');
