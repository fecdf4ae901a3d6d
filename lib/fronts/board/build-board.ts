import { clockTime, longDate } from '@barta/bengali/dates';
import { getDb } from '@/db/client';
import { editionsOf, frontBySlug, pinnedOnDesk } from '@/db/queries/site/fronts';
import { allSections } from '@/db/queries/taxonomy/sections';
import { dhakaTimeOf } from '@/lib/forms/dhaka-time';
import type { Board, FrontSlotView, FrontZone } from '@/lib/forms/front-form-state';
import type { Say } from '@/lib/site/labels';
import { pictureOf } from '@/lib/stories/for-readers/cards';
import { aboutStory } from '../about-story';
import {
  type Arrangement,
  arrangementIn,
  changesBetween,
  type FrontSlotSettings,
  type Pin,
  pinsIn,
} from '../arrangement/arrangement';
import { type FrontSection, homeFront, usualHome, usualSection } from '../arrangement/default-arrangement';
import { fillFromStore } from '../fill-from-store';

const EDITIONS = 12;

/** A front for the desk: what readers see, the draft, and the sections; null: no such front. */
export async function frontState(slug: string, db = getDb()) {
  const sections = await allSections(db);
  const section = sections.find((each) => each.slug === slug);
  if (slug !== homeFront && !section) return null;
  const front = await frontBySlug(db, slug);
  const live = arrangementIn(front?.live) ?? (section ? usualSection(section) : usualHome(sections));
  return {
    slug,
    sections: sections as readonly FrontSection[],
    section: section ?? null,
    version: front?.version ?? 0,
    number: front?.number ?? 0,
    updatedAt: front?.updatedAt ?? null,
    updatedBy: front?.updatedBy ?? null,
    live,
    draft: arrangementIn(front?.draft),
  };
}

type FrontState = NonNullable<Awaited<ReturnType<typeof frontState>>>;
type PinnedStory = Awaited<ReturnType<typeof pinnedOnDesk>>[number];
type FilledContainer = Awaited<ReturnType<typeof fillFromStore>>['filled'][number];

/**
 * The board of a front; null: no such front. `submitted`: an arrangement that could not be saved, instead of the
 * draft.
 */
export async function buildBoard(
  slug: string,
  say: Say,
  submitted: Arrangement | null = null,
  db = getDb(),
  now = new Date(),
): Promise<Board | null> {
  const state = await frontState(slug, db);
  if (!state) return null;
  const arranged = submitted ?? state.draft ?? state.live;
  const [{ filled }, pinned, editions] = await Promise.all([
    fillFromStore(db, arranged, now),
    pinnedOnDesk(
      db,
      pinsIn(arranged).map(({ storyId }) => storyId),
    ),
    editionsOf(db, slug, EDITIONS),
  ]);
  const changes = changesBetween(state.live, arranged);
  return {
    slug,
    version: state.version,
    arrangement: JSON.stringify(arranged),
    hasDraft: state.draft !== null,
    pending: changes > 0 ? say('fronts.pending', { count: changes }) : say('fronts.noChange'),
    saved:
      state.draft && state.updatedAt
        ? say('fronts.draftSaved', { name: state.updatedBy ?? '', time: dateAndTime(state.updatedAt) })
        : '',
    zones: filled.map((container) => zoneView(container, { state, pinned, say, now })),
    editions: editionViews(editions, state.number, say),
  };
}

interface ZoneOptions {
  state: FrontState;
  pinned: readonly PinnedStory[];
  say: Say;
  now: Date;
}

function zoneView({ container, slots }: FilledContainer, options: ZoneOptions): FrontZone {
  const { state, say } = options;
  const section = state.sections.find((each) => each.slug === container.section);
  return {
    id: container.id,
    name: container.title || section?.name || say(`fronts.layout.${container.layout}`),
    title: container.title,
    layout: container.layout,
    isFixed: container.layout === 'top',
    slots: container.slots.map((slot, index) => ({
      place: `${container.id} ${index}`,
      name: slotName(container.layout, index, say),
      ...slotView(slot, slots[index] ?? null, options),
    })),
  };
}

function slotView(
  { from, pin }: FrontSlotSettings,
  placed: FilledContainer['slots'][number],
  { pinned, say, now }: ZoneOptions,
): Omit<FrontSlotView, 'place' | 'name'> {
  const until = pin?.until ? new Date(pin.until) : null;
  return {
    from,
    story: placed && {
      id: placed.row.id,
      headline: placed.pin?.headline || placed.row.headline,
      about: aboutStory(placed.row, now),
      picture: pictureOf(placed.row.id, placed.row.variants, '', placed.row.look).src,
    },
    isPinned: placed?.pin != null,
    pin: pin?.storyId ?? null,
    trouble: pin && !placed?.pin ? pinTrouble(pin, pinned, say, now) : '',
    headline: pin?.headline ?? '',
    until: until ? dhakaTimeOf(until) : '',
    untilWords: until ? say('fronts.pinnedUntil', { time: dateAndTime(until) }) : '',
  };
}

function slotName(layout: string, index: number, say: Say): string {
  if (layout !== 'top') return say('fronts.slot', { number: index + 1 });
  if (index === 0) return say('fronts.slotLead');
  return index < 3
    ? say('fronts.slotSecond', { number: index })
    : say('fronts.slotAlso', { number: index - 2 });
}

/** Why a pin has no effect: it has expired, its story is not published, or the story is pinned elsewhere too. */
function pinTrouble(pin: Pin, pinned: readonly PinnedStory[], say: Say, now: Date): string {
  const story = pinned.find(({ id }) => id === pin.storyId);
  const headline = story?.headline ?? '';
  if (pin.until !== null && pin.until <= now.getTime()) return say('fronts.pinRanOut', { headline });
  if (story?.state !== 'published') return say('fronts.pinNotShown', { headline });
  return say('fronts.pinTwice', { headline });
}

/** The latest editions, followed by the automatic front as edition 0. */
function editionViews(
  editions: Awaited<ReturnType<typeof editionsOf>>,
  liveNumber: number,
  say: Say,
): Board['editions'] {
  if (editions.length === 0) return [];
  return [
    ...editions.map(({ number, at, by }) => ({
      number,
      text: say('fronts.edition', { number, time: dateAndTime(at), name: by ?? '' }),
      isLive: number === liveNumber,
    })),
    { number: 0, text: say('fronts.automaticFront'), isLive: liveNumber === 0 },
  ];
}

/** With the date, because an end may be after midnight. */
function dateAndTime(at: Date): string {
  return `${longDate(at)}, ${clockTime(at)}`;
}
