import { getDb } from '@/db/client';
import { adsOn, creativeOf } from '@/db/queries/site/ads';
import { oneKindOf, pictureAddress } from '@/lib/pictures/picture-addresses';
import { type AdSlot, adSlots } from './ad-slots';
import { chooseAds } from './choose-ad';

/** An ad for a page, in its slot's size. */
export interface DisplayedAd {
  id: number;
  slot: AdSlot;
  width: number;
  height: number;
  /** The text for screen readers. */
  name: string;
  picture: { href: string; src: string; srcSet: string } | null;
}

export type DisplayedAds = (slot: AdSlot) => DisplayedAd | null;

/** The current ad of each slot; none if ads are switched off. */
export async function readAds(isOn: boolean, now: Date): Promise<DisplayedAds> {
  if (!isOn) return () => null;
  const chosen = chooseAds(await adsOn(getDb()), now);
  return (slot) => {
    const ad = chosen.get(slot);
    if (!ad) return null;
    const { width, height } = adSlots[slot];
    const common = { id: ad.id, slot, width, height, name: ad.alt || ad.name };
    if (ad.kind === 'html') return { ...common, picture: null };
    const files = oneKindOf(ad.variants ?? []).filter((file, at) => at === 0 || file.width <= 2 * width);
    const [first] = files;
    if (!first) return null;
    return {
      ...common,
      picture: {
        href: ad.href,
        src: pictureAddress(files.find((file) => file.width >= width) ?? first),
        srcSet: files.map((file) => `${pictureAddress(file)} ${file.width}w`).join(', '),
      },
    };
  };
}

/** The document inside an ad's frame; null if there is none or it has ended. Links open in a new tab. */
export async function readCreative(id: number, now: Date): Promise<string | null> {
  const found = await creativeOf(getDb(), id);
  if (!found || (found.until !== null && found.until <= now)) return null;
  return (
    '<!doctype html><html lang="bn"><head><meta charset="utf-8"><meta name="robots" content="noindex">' +
    '<meta name="viewport" content="width=device-width,initial-scale=1"><base target="_blank">' +
    `<title>বিজ্ঞাপন</title><style>html,body{margin:0;overflow:hidden}</style></head><body>${found.html}</body></html>`
  );
}
