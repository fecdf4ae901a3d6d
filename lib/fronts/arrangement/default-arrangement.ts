import { type Arrangement, containerFrom, type FrontContainer } from './arrangement';
import { type LayoutName, layoutNamed } from './layouts';

export interface FrontSection {
  slug: string;
  name: string;
  /** One of lib/fronts/arrangement/layouts.ts; `''`: the default. */
  layout: string;
}

/** The slug of the home front. */
export const homeFront = 'home';

/** The sections with a fixed place and layout on the default front; no two neighbours are alike. */
const USUAL: readonly (readonly [slug: string, layout: LayoutName])[] = [
  ['national', 'lead-and-rows'],
  ['opinion', 'faces'],
  ['country', 'places'],
  ['international', 'picture-and-list'],
  ['economy', 'words'],
  ['technology', 'dark-band'],
  ['sports', 'lead-between'],
  ['entertainment', 'pictures'],
];

/** The default home front: the newest at the top, then one block per section in its layout. */
export function usualHome(sections: readonly FrontSection[]): Arrangement {
  const placed = USUAL.flatMap(([slug, layout]) => {
    const section = sections.find((each) => each.slug === slug);
    return section ? [blockOf(section, layoutNamed(section.layout) ?? layout)] : [];
  });
  const others = sections
    .filter(({ slug }) => !USUAL.some(([usual]) => usual === slug))
    .map((section) => blockOf(section, layoutNamed(section.layout) ?? 'plain'));
  return { version: 1, containers: [usualTop(), ...placed, ...others] };
}

/** The default head of a section's page. */
export function usualSection(section: FrontSection): Arrangement {
  return { version: 1, containers: [blockOf(section, layoutNamed(section.layout) ?? 'section-lead')] };
}

function usualTop(): FrontContainer {
  return {
    id: 'top',
    layout: 'top',
    title: '',
    section: '',
    slots: (['lead', 'elsewhere', 'elsewhere', 'alike', 'alike'] as const).map((from) => ({
      from,
      pin: null,
    })),
  };
}

function blockOf({ slug }: FrontSection, layout: LayoutName): FrontContainer {
  return containerFrom({ id: slug, layout, from: `section:${slug}`, section: slug });
}
