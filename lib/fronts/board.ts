import { clockTime, longDate } from '@barta/bengali/dates';
import { getDb, type ReadDb } from '@/db/client';
import { editionsOf, frontBySlug, pinnedOnDesk } from '@/db/queries/site/fronts';
import { allSections } from '@/db/queries/taxonomy/sections';
import { dhakaTimeOf } from '@/lib/forms/dhaka-time';
import type { Board, ShownSlot, Zone } from '@/lib/forms/front-form-state';
import type { Say } from '@/lib/site/labels';
import { pictureOf } from '@/lib/stories/for-readers/cards';
import { aboutStory } from './about-story';
import { type Arrangement, arrangementIn, changesBetween, pinsIn } from './arrangement';
import { fillFromStore } from './fill-from-store';
import { type FrontSection, homeFront, usualHome, usualSection } from './usual-arrangement';

const EDITIONS = 12;

/** A front as the desk has it: what readers see, what is being arranged, and the sections; null: no such page. */
export async function frontState(slug: string, db: ReadDb = getDb()) {
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

/** The board of an arrangement: the draft's, or of what somebody has typed and could not save. */
export async function boardOf(
  slug: string,
  say: Say,
  typed: Arrangement | null = null,
  db: ReadDb = getDb(),
  now = new Date(),
): Promise<Board | null> {
  const state = await frontState(slug, db);
  if (!state) return null;
  const arranged = typed ?? state.draft ?? state.live;
  const [{ filled }, pinned, editions] = await Promise.all([
    fillFromStore(db, arranged, now),
    pinnedOnDesk(
      db,
      pinsIn(arranged).map(({ storyId }) => storyId),
    ),
    editionsOf(db, slug, EDITIONS),
  ]);
  const changes = changesBetween(state.live, arranged);

  const zones = filled.map(({ container, slots }): Zone => {
    const name =
      container.title ||
      state.sections.find((each) => each.slug === container.section)?.name ||
      say(`fronts.layout.${container.layout}`);
    return {
      id: container.id,
      name,
      title: container.title,
      layout: container.layout,
      isFixed: container.layout === 'top',
      slots: container.slots.map((slot, index): ShownSlot => {
        const placed = slots[index] ?? null;
        const { pin } = slot;
        return {
          place: `${container.id} ${index}`,
          name: nameOf(container.layout, index),
          from: slot.from,
          story: placed && {
            id: placed.row.id,
            headline: placed.pin?.headline || placed.row.headline,
            about: aboutStory(placed.row, now),
            picture: pictureOf(placed.row.id, placed.row.variants, '', placed.row.look).src,
          },
          isPinned: placed?.pin != null,
          pin: pin?.storyId ?? null,
          trouble: pin && !placed?.pin ? troubleOf(pin) : '',
          headline: pin?.headline ?? '',
          until: pin?.until ? dhakaTimeOf(new Date(pin.until)) : '',
          untilWords: pin?.until ? say('fronts.pinnedUntil', { time: moment(new Date(pin.until)) }) : '',
        };
      }),
    };
  });

  return {
    slug,
    version: state.version,
    arrangement: JSON.stringify(arranged),
    hasDraft: state.draft !== null,
    pending: changes > 0 ? say('fronts.pending', { count: changes }) : say('fronts.noChange'),
    saved:
      state.draft && state.updatedAt
        ? say('fronts.draftSaved', { name: state.updatedBy ?? '', time: moment(state.updatedAt) })
        : '',
    zones,
    editions: [
      ...editions.map(({ number, at, by }) => ({
        number,
        text: say('fronts.edition', { number, time: moment(at), name: by ?? '' }),
        isLive: number === state.number,
      })),
      ...(editions.length > 0
        ? [{ number: 0, text: say('fronts.automaticFront'), isLive: state.number === 0 }]
        : []),
    ],
  };

  function nameOf(layout: string, index: number): string {
    if (layout !== 'top') return say('fronts.slot', { number: index + 1 });
    if (index === 0) return say('fronts.slotLead');
    return index < 3
      ? say('fronts.slotSecond', { number: index })
      : say('fronts.slotAlso', { number: index - 2 });
  }

  function troubleOf(pin: { storyId: number; until: number | null }): string {
    const story = pinned.find(({ id }) => id === pin.storyId);
    const headline = story?.headline ?? '';
    if (pin.until !== null && pin.until <= now.getTime()) return say('fronts.pinRanOut', { headline });
    if (story?.state !== 'published') return say('fronts.pinNotShown', { headline });
    return say('fronts.pinTwice', { headline });
  }
}

/** With the day: a cut-off may lie beyond midnight. */
function moment(at: Date): string {
  return `${longDate(at)}, ${clockTime(at)}`;
}
