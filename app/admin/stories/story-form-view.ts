import { clockTime, longDate } from '@barta/bengali/dates';
import { toBengaliDigits } from '@barta/bengali/digits';
import { aroundChanges, wordDiff } from '@barta/bengali/word-diff';
import type { RecoverableDraftView } from '@/components/admin/stories/autosave/recoverable-drafts';
import type { StoryFormProps } from '@/components/admin/stories/form/story-form-props';
import { env } from '@/lib/env';
import { dhakaTimeOf } from '@/lib/forms/dhaka-time';
import { mediaOffers } from '@/lib/media/desk';
import { maxMediaMegabytes } from '@/lib/media/media-kinds';
import type { StaffMember } from '@/lib/people/actor';
import { coverAddress, pictureAddress } from '@/lib/pictures/picture-addresses';
import { type LabelKey, labelKeys, type Say } from '@/lib/site/labels';
import { emptyDocument } from '@/lib/stories/body/document';
import { documentIn } from '@/lib/stories/body/stored-body';
import { fieldLabel } from '@/lib/stories/fields/catalogue';
import { storyFormValues } from '@/lib/stories/fields/story-form';
import { deskChoices, deskDrafts, type deskStory } from '@/lib/stories/for-desk/desk';
import { fieldsInWords } from './field-in-words';

type StoryDeskData = NonNullable<Awaited<ReturnType<typeof deskStory>>>;

/** The stored story as its form shows it: every date and number in words already. */
export function storyFormView(
  { story, history }: StoryDeskData,
  say: Say,
): Pick<StoryFormProps, 'stored' | 'story' | 'bodyDocument'> {
  const isPublished = story.state === 'published' || story.state === 'retracted';
  return {
    stored: {
      ...storyFormValues(story),
      scheduledAt: story.scheduledAt ? dhakaTimeOf(story.scheduledAt) : '',
    },
    bodyDocument: story.body,
    story: {
      id: story.id,
      displayId: toBengaliDigits(story.id),
      version: story.version,
      state: story.state,
      times: timesOf(story, say),
      publicPath: isPublished ? `/${story.section}/${story.id}` : null,
      address: [new URL(env().SITE_URL).host, story.sectionName, toBengaliDigits(story.id)]
        .filter(Boolean)
        .join(' › '),
      cover: coverAddress(story.id),
      retractionNote: story.retractionNote,
      history: history.map((entry, index) => ({
        key: `${entry.at.getTime()}-${index}`,
        what: say(actionLabel(entry.verb)),
        when: `${moment(entry.at)} · ${entry.name ?? say(entry.kind === 'clock' ? 'storyDesk.byClock' : 'storyDesk.byOperator')}`,
      })),
    },
  };
}

/** The member's unsaved texts with where they differ, word by word. */
export async function recoverableDraftViews(
  member: StaffMember | null,
  storyId: number,
  say: Say,
): Promise<RecoverableDraftView[]> {
  if (!member) return [];
  const offers = await deskDrafts(member, storyId);
  if (offers.length === 0) return [];
  const inWords = await fieldsInWords();
  return offers.map(({ tab, savedAt, differences }) => ({
    tab,
    when: moment(savedAt),
    differences: differences.map(({ field, before, after }) => ({
      field: say(fieldLabel(field)),
      pieces: aroundChanges(wordDiff(inWords(field, before), inWords(field, after))),
    })),
  }));
}

/** The next version of a live story in place of the stored text: what was prepared, or the live text to begin from. */
export function nextVersionView(
  { story, next, permits }: StoryDeskData,
  say: Say,
): Pick<StoryFormProps, 'next'> & Partial<Pick<StoryFormProps, 'stored' | 'bodyDocument'>> {
  if (!permits.preparesNext) return {};
  if (!next) return { next: { version: 0, state: '', basedOn: story.version } };
  const { fields, scheduledAt } = next;
  const due = scheduledAt ? dhakaTimeOf(scheduledAt) : '';
  return {
    next: {
      version: next.version,
      // Not the live text of now: what has been put right there meanwhile would be undone without a word.
      basedOn: next.basedOn,
      state: scheduledAt
        ? say('next.scheduled', { time: moment(scheduledAt) })
        : say(`next.state.${next.state}`),
    },
    stored: { ...storyFormValues(fields), scheduledAt: due },
    bodyDocument: documentIn(fields.body),
  };
}

export async function storyFormChoices(
  say: Say,
  chosen: readonly number[] = [],
): Promise<StoryFormProps['choices']> {
  const { sections, places, pictures } = await deskChoices(chosen);
  return {
    sections: sections.map(({ slug, name }) => ({ value: slug, label: name })),
    districts: [
      ...places.divisions.map(({ code, label }) => ({ value: code, label, group: say('nav.division') })),
      ...places.districts.flatMap(({ upazilas, ...district }) =>
        [district, ...upazilas].map(({ code, label }) => ({
          value: code,
          label,
          group: say('nav.districtOf', { name: district.label }),
        })),
      ),
    ],
    pictures: pictures.flatMap(({ id, variants, alt, caption, credit }) => {
      const [smallest] = variants;
      return smallest ? [{ id, address: pictureAddress(smallest), alt, caption, credit }] : [];
    }),
    mediaMegabytes: maxMediaMegabytes,
    media: await mediaOffers(),
  };
}

/** For a form that is shown to nobody: what any reader knows, so that what was chosen stays chosen. */
export async function publicFormChoices(say: Say): Promise<StoryFormProps['choices']> {
  return { ...(await storyFormChoices(say)), pictures: [], media: { audio: [], video: [] } };
}

function timesOf(story: StoryDeskData['story'], say: Say): string[] {
  return [
    ...(story.scheduledAt ? [say('storyDesk.promisedFor', { time: moment(story.scheduledAt) })] : []),
    ...(story.publishedAt ? [say('storyDesk.publishedOn', { time: moment(story.publishedAt) })] : []),
    say('storyDesk.changedOn', { time: moment(story.updatedAt) }),
  ];
}

function moment(at: Date): string {
  return `${longDate(at)}, ${clockTime(at)}`;
}

/** A verb that has no words yet is an edit to whoever reads the list. */
function actionLabel(verb: string): LabelKey {
  const key = `storyDesk.by.${verb}` as LabelKey;
  return labelKeys.includes(key) ? key : 'storyDesk.by.edit-story';
}

/** As previews name the site. */
export const siteHost = () => new URL(env().SITE_URL).host;

/** What a new story's editor opens with. */
export const emptyBody: StoryFormProps['bodyDocument'] = emptyDocument;
