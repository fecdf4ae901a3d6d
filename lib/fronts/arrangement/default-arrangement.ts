import { type Arrangement, containerFrom, type FrontContainer } from './arrangement';
import { type LayoutName, layoutNamed } from './layouts';

export interface FrontSection {
  slug: string;
  name: string;
  /** One of lib/fronts/arrangement/layouts.ts; `''`: the usual one. */
  layout: string;
}

/** The slug of the front that is nobody's section. */
export const homeFront = 'home';

/** The sections that have a place and a look of their own on a front that nobody has arranged; no two neighbours alike. */
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

/** The front that nobody has arranged: the newest above, then a block a section, in the layout chosen for it. */
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

/** The head of a section's page that nobody has arranged. */
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
