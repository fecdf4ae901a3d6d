/**
 * How a container of a front is laid out. `slots`: how many stories it holds. `width`: of the page; halves stand two
 * in a row, thirds three. `photoFirst`: its first slot, if automatic, prefers a story with a photograph.
 */
export const layouts = {
  top: { slots: 5, width: 'full', photoFirst: false },
  'section-lead': { slots: 3, width: 'full', photoFirst: false },
  'lead-and-rows': { slots: 5, width: 'full', photoFirst: true },
  'lead-between': { slots: 6, width: 'full', photoFirst: true },
  'three-cards': { slots: 3, width: 'full', photoFirst: false },
  pictures: { slots: 4, width: 'full', photoFirst: false },
  'photo-band': { slots: 4, width: 'full', photoFirst: true },
  'dark-band': { slots: 5, width: 'full', photoFirst: true },
  faces: { slots: 4, width: 'full', photoFirst: false },
  places: { slots: 3, width: 'full', photoFirst: false },
  'two-columns': { slots: 6, width: 'full', photoFirst: false },
  'headline-stack': { slots: 5, width: 'full', photoFirst: false },
  'picture-and-list': { slots: 4, width: 'half', photoFirst: true },
  words: { slots: 5, width: 'half', photoFirst: false },
  plain: { slots: 4, width: 'third', photoFirst: false },
} as const satisfies Record<string, { slots: number; width: LayoutWidth; photoFirst: boolean }>;

export type LayoutWidth = 'full' | 'half' | 'third';
export type LayoutName = keyof typeof layouts;

export const layoutNames = Object.keys(layouts) as LayoutName[];

/** The layouts that the desk may choose for a section's block: all but the head of the home front. */
export const sectionLayouts: readonly LayoutName[] = layoutNames.filter((name) => name !== 'top');

/** The layout of that name, or null: also for `''`, the default. */
export function layoutNamed(name: string): LayoutName | null {
  return sectionLayouts.find((known) => known === name) ?? null;
}
