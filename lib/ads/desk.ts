import { getDb } from '@/db/client';
import { allAds } from '@/db/queries/site/ads';
import { dhakaTimeOf } from '@/lib/forms/dhaka-time';
import { requireStaff } from '@/lib/people/require-staff';
import { thumbnailOf } from '@/lib/pictures/thumbnail-of';
import { isRunning } from './choose-ad';

export type AdSchedule = 'off' | 'coming' | 'running' | 'over';

/** All ads by slot, and the one being edited. */
export async function deskAds(editing: number | null, now = new Date()) {
  await requireStaff('manage-ads', '/admin/ads');
  const ads = await Promise.all(
    (await allAds(getDb())).map(async (ad) => ({
      ...ad,
      standing: scheduleOf(ad, now),
      thumb: await thumbnailOf(getDb(), ad.pictureId),
    })),
  );
  const edited = ads.find(({ id }) => id === editing);
  return {
    ads,
    edited: edited
      ? {
          ...edited,
          from: timeField(edited.from),
          until: timeField(edited.until),
          isOver: edited.standing === 'over',
          thumb: edited.thumb ?? undefined,
        }
      : null,
  };
}

function scheduleOf(ad: { isOn: boolean; from: Date | null; until: Date | null }, now: Date): AdSchedule {
  if (!ad.isOn) return 'off';
  if (isRunning(ad, now)) return 'running';
  return ad.until !== null && ad.until <= now ? 'over' : 'coming';
}

const timeField = (at: Date | null) => (at ? dhakaTimeOf(at) : '');
