import { randomUUID } from 'node:crypto';
import { toBengaliDigits } from '@barta/bengali/digits';
import type { DeskField } from '@/components/admin/desk/forms/desk-form.client';
import { adSlotNumbers, adSlots, isAdSlot } from '@/lib/ads/ad-slots';
import type { deskAds } from '@/lib/ads/desk';
import type { Say } from '@/lib/site/labels';

type EditedAd = Awaited<ReturnType<typeof deskAds>>['edited'];

/** The fields of an ad's form; a new ad has none of the values yet. */
export function adFields(edited: EditedAd, say: Say): DeskField[] {
  return [
    { kind: 'hidden', name: 'formKey', label: '', value: randomUUID() },
    {
      name: 'name',
      label: say('ads.name'),
      hint: say('ads.nameHint'),
      value: edited?.name ?? '',
      required: true,
    },
    {
      kind: 'choice',
      name: 'slot',
      label: say('ads.slot'),
      value: String(edited?.slot ?? 1),
      options: adSlotNumbers.map((no) => ({ value: String(no), label: slotLabel(no, say) })),
    },
    {
      kind: 'choice',
      name: 'kind',
      label: say('ads.kind'),
      value: edited?.kind ?? 'picture',
      options: (['picture', 'html'] as const).map((value) => ({
        value,
        label: say(`ads.kind.${value}`),
      })),
    },
    ...contentFields(edited, say),
    ...timeFields(edited, say),
  ];
}

/** A picture with its link, or HTML. */
function contentFields(edited: EditedAd, say: Say): DeskField[] {
  return [
    {
      kind: 'picture',
      name: 'pictureId',
      thumb: edited?.thumb,
      label: say('ads.picture'),
      hint: say('ads.pictureHint'),
      value: edited?.pictureId ? toBengaliDigits(edited.pictureId) : '',
    },
    {
      kind: 'file',
      name: 'picture',
      label: say('ads.upload'),
      hint: say('ads.uploadHint'),
      accept: 'image/*',
    },
    { name: 'href', label: say('ads.href'), value: edited?.href ?? '' },
    {
      kind: 'lines',
      name: 'html',
      label: say('ads.html'),
      hint: say('ads.htmlHint'),
      value: edited?.html ?? '',
      rows: 6,
    },
  ];
}

function timeFields(edited: EditedAd, say: Say): DeskField[] {
  return [
    {
      kind: 'date',
      name: 'from',
      label: say('ads.from'),
      hint: say('ads.timeHint'),
      value: edited?.from ?? '',
    },
    { kind: 'date', name: 'until', label: say('ads.until'), value: edited?.until ?? '' },
    {
      kind: 'tick',
      name: 'isOn',
      label: say('ads.isOn'),
      value: (edited?.isOn ?? true) ? 'on' : '',
    },
  ];
}

/** A slot by its number, place and size. */
export function slotLabel(no: number, say: Say): string {
  if (!isAdSlot(no)) return String(no);
  const { place, width, height } = adSlots[no];
  return say('ads.size', { no, place: say(`ads.place.${place}`), width, height });
}
