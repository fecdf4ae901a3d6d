import { tag } from './tags';

/** What a commit has changed. Memberships are listed from before *and* after, so that both listings are refreshed. */
export type PageEvent =
  | {
      kind: 'story-changed';
      storyId: number;
      /** Slugs, codes and days (`2026-11-24`), of the story before and after. */
      sections: readonly string[];
      topics?: readonly string[];
      bylines?: readonly string[];
      districts?: readonly string[];
      days?: readonly string[];
      forms?: readonly string[];
    }
  | { kind: 'live-changed'; storyId: number }
  | { kind: 'discussion-changed'; storyId: number }
  /** Stories that were read so much more that their pages should show it. */
  | { kind: 'readings-grown'; storyIds: readonly number[] }
  | { kind: 'picture-changed'; storyIds: readonly number[] }
  | { kind: 'byline-changed' | 'topic-changed'; slug: string }
  /** A static page; `isInMenus`: its entry in the menus of every page has changed too. */
  | { kind: 'page-changed'; slug: string; isInMenus: boolean }
  /** The home front, or the curated part of a section's page. */
  | { kind: 'front-changed'; section?: string }
  /** `isBeside`: high enough in the ranking to change the short list too. */
  | { kind: 'popular-changed'; period: 'day' | 'week' | 'month'; isBeside: boolean }
  | {
      kind:
        | 'ads-changed'
        | 'ads-turned'
        | 'staff-changed'
        | 'settings-changed'
        | 'day-turned'
        | 'news-aged'
        | 'old-addresses-changed';
    };

/** The tags that an event invalidates, each once, sorted. */
export function tagsTouchedBy(event: PageEvent): string[] {
  return [...new Set(touched(event))].sort();
}

function touched(event: PageEvent): string[] {
  switch (event.kind) {
    case 'story-changed':
      return [
        tag.front,
        tag.latest,
        tag.story(event.storyId),
        ...event.sections.map(tag.section),
        ...(event.topics ?? []).map(tag.topic),
        ...(event.bylines ?? []).map(tag.byline),
        ...(event.bylines?.length ? [tag.bylines] : []),
        ...(event.districts ?? []).map(tag.district),
        ...(event.days ?? []).map(tag.archive),
        ...(event.forms ?? []).map(tag.form),
      ];
    case 'live-changed':
      return [tag.live(event.storyId)];
    case 'discussion-changed':
      return [tag.discussion(event.storyId)];
    case 'readings-grown':
      return event.storyIds.map(tag.readings);
    case 'picture-changed':
      return event.storyIds.map(tag.story);
    case 'byline-changed':
      return [tag.byline(event.slug), tag.bylines];
    case 'topic-changed':
      return [tag.topic(event.slug)];
    case 'page-changed':
      return [tag.page(event.slug), tag.pages, ...(event.isInMenus ? [tag.site] : [])];
    case 'front-changed':
      return [event.section === undefined ? tag.front : tag.section(event.section)];
    case 'popular-changed':
      return [tag.popularOf(event.period), ...(event.isBeside ? [tag.popular] : [])];
    case 'staff-changed':
      return [tag.bylines];
    // Two of the slots are on every page.
    case 'ads-changed':
    case 'settings-changed':
      return [tag.site];
    case 'day-turned':
      return [tag.today];
    // The edge server adds this one as a soft tag: a rotation is not an edit, so a page may be served once more with
    // the former ad.
    case 'ads-turned':
      return [tag.ads];
    // No page shows one, but each event clears the edge server's cache of unknown addresses.
    case 'old-addresses-changed':
      return [tag.oldAddresses];
    case 'news-aged':
      return [tag.news];
  }
}
