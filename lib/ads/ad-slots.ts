/**
 * The ten slots, each with a fixed size in CSS pixels that is reserved before the ad loads, so that nothing moves. On
 * a narrower screen a picture shrinks in proportion; a frame keeps its height and becomes narrower.
 */
export const adSlots = {
  1: { place: 'header', width: 970, height: 90 },
  2: { place: 'front-1', width: 970, height: 90 },
  3: { place: 'front-2', width: 970, height: 90 },
  4: { place: 'front-3', width: 970, height: 90 },
  5: { place: 'story-body', width: 300, height: 250 },
  6: { place: 'story-end', width: 728, height: 90 },
  7: { place: 'story-rail', width: 300, height: 250 },
  8: { place: 'list-rail', width: 300, height: 250 },
  9: { place: 'list-end', width: 728, height: 90 },
  10: { place: 'footer', width: 970, height: 90 },
} as const;

export type AdSlot = keyof typeof adSlots;
export const adSlotNumbers = Object.keys(adSlots).map(Number) as AdSlot[];

export function isAdSlot(number: number): number is AdSlot {
  return number in adSlots;
}
