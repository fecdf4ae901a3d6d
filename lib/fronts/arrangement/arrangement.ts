import { z } from 'zod';
import { type LayoutName, layoutNames, layouts } from './layouts';

/**
 * The source of a slot without a pin: `lead` the newest with a photograph, `elsewhere` the newest of another section
 * than the lead's, `alike` one that shares a topic with the lead, `newest` of all, `most-read`, or `section:slug` the
 * newest of that section.
 */
export const plainSources = ['lead', 'elsewhere', 'alike', 'newest', 'most-read'] as const;
export type Source = (typeof plainSources)[number] | `section:${string}`;

export const frontLimits = { containers: 60, headline: 120, title: 60 } as const;

const source = z.custom<Source>(
  (value) =>
    typeof value === 'string' &&
    (/^section:[a-z][a-z0-9-]{0,39}$/.test(value) || plainSources.some((known) => known === value)),
);

const pin = z.object({
  storyId: z.int().positive().max(999_999_999_999_999),
  /** Replaces the story's own headline; `''`: its own. */
  headline: z
    .string()
    .max(frontLimits.headline * 4)
    .default(''),
  /** When the pin ends, in ms; null: when somebody removes it. */
  until: z.int().positive().nullable().default(null),
});

const slot = z.object({ from: source, pin: pin.nullable().default(null) });

const container = z
  .object({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
    layout: z.enum(layoutNames as [LayoutName, ...LayoutName[]]),
    /** The heading; `''`: the section's name. */
    title: z
      .string()
      .max(frontLimits.title * 4)
      .default(''),
    /** The section that the heading links to; `''`: none. */
    section: z
      .string()
      .regex(/^(?:[a-z][a-z0-9-]{0,39})?$/)
      .default(''),
    slots: z.array(slot).max(12),
  })
  .refine(({ layout, slots }) => slots.length === layouts[layout].slots);

const arrangement = z
  .object({ version: z.literal(1), containers: z.array(container).max(frontLimits.containers) })
  .refine(({ containers }) => new Set(containers.map(({ id }) => id)).size === containers.length);

/** The arrangement of a front: containers from top to bottom, each with the slots of its layout. */
export type Arrangement = z.infer<typeof arrangement>;
export type FrontContainer = Arrangement['containers'][number];
export type FrontSlotSettings = FrontContainer['slots'][number];
export type Pin = NonNullable<FrontSlotSettings['pin']>;

/** Parses a stored or submitted arrangement; null if invalid. */
export function arrangementIn(value: unknown): Arrangement | null {
  const parsed = arrangement.safeParse(value);
  return parsed.success ? parsed.data : null;
}

export function arrangementInText(text: string): Arrangement | null {
  try {
    return arrangementIn(JSON.parse(text));
  } catch {
    return null;
  }
}

/** A container with as many slots as its layout has: excess slots are dropped, missing ones are automatic. */
export function inLayout(container: FrontContainer, layout: LayoutName): FrontContainer {
  const last = container.slots.at(-1)?.from;
  const from: Source = container.section ? `section:${container.section}` : (last ?? 'newest');
  const slots = Array.from(
    { length: layouts[layout].slots },
    (_, index) => container.slots[index] ?? { from, pin: null },
  );
  return { ...container, layout, slots };
}

/** A container filled from one source. */
export function containerFrom(
  wanted: Pick<FrontContainer, 'id' | 'layout'> & { from: Source; section?: string },
): FrontContainer {
  const { id, layout, from, section = '' } = wanted;
  const slots = Array.from({ length: layouts[layout].slots }, () => ({ from, pin: null }));
  return { id, layout, title: '', section, slots };
}

export function pinsIn(arranged: Arrangement): Pin[] {
  return arranged.containers.flatMap(({ slots }) => slots.flatMap(({ pin: one }) => one ?? []));
}

/**
 * How many places differ between two arrangements: slots, and containers that were added, removed, moved or changed.
 */
export function changesBetween(one: Arrangement, other: Arrangement): number {
  const before = new Map(one.containers.map((each, index) => [each.id, { each, index }]));
  let changes = one.containers.filter(({ id }) => !other.containers.some((each) => each.id === id)).length;
  other.containers.forEach((after, index) => {
    const was = before.get(after.id);
    if (!was) changes += 1;
    else {
      const hasMoved =
        was.index !== index || was.each.layout !== after.layout || was.each.title !== after.title;
      changes += hasMoved ? 1 : 0;
      changes += after.slots.filter(
        (each, at) => JSON.stringify(each) !== JSON.stringify(was.each.slots[at]),
      ).length;
    }
  });
  return changes;
}
