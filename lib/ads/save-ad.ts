import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { ads, pictures } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import { answerOnce } from '@/lib/idempotency/idempotency-key';
import { isAlreadyStored } from '@/lib/idempotency/is-already-stored';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { isLonger, oneLine } from '@/lib/stories/fields/tidy-text';
import { isAdSlot } from './ad-slots';

export interface AdFields {
  slot: number;
  /** For the desk, and for screen readers if the picture has no text. */
  name: string;
  kind: 'picture' | 'html';
  pictureId: number | null;
  href: string;
  html: string;
  /** Its first moment, and the first after it; null: no end. `wrong`: the input is not a time. */
  from: Date | 'wrong' | null;
  until: Date | 'wrong' | null;
  isOn: boolean;
}

export interface AdInput extends AdFields {
  id: number | null;
  basedOn: number;
  formKey?: string;
}

export type AdFault =
  | 'slot-unknown'
  | 'name-empty'
  | 'name-too-long'
  | 'picture-unknown'
  | 'href-wrong'
  | 'html-empty'
  | 'html-too-long'
  | 'time-wrong'
  | 'ends-before';
export type AdRefusal = 'forbidden' | 'not-found' | 'stale' | AdFault;

export const adLimits = { name: 80, href: 1000, html: 200_000 } as const;

/** Saves an ad in one of the ten slots. It invalidates every page with a slot. */
export async function saveAd(
  db: Db,
  actor: Actor,
  { id, basedOn, formKey, ...rawFields }: AdInput,
  now = new Date(),
): Promise<Result<{ id: number; version?: number }, AdRefusal>> {
  if (!may(actor, 'manage-ads')) return refused('forbidden');
  const { from, until, ...rest } = {
    ...rawFields,
    name: oneLine(rawFields.name),
    href: rawFields.href.trim(),
  };
  if (from === 'wrong') return refused('time-wrong', 'from');
  if (until === 'wrong') return refused('time-wrong', 'until');
  const isPicture = rest.kind === 'picture';
  const fields = {
    ...rest,
    from,
    until,
    // Fields of the other kind are not stored.
    pictureId: isPicture ? rest.pictureId : null,
    href: isPicture ? rest.href : '',
    html: isPicture ? '' : rest.html.trim(),
  };
  const fault = faultIn(fields);
  if (fault) return refused(...fault);

  // A change of an existing ad is detected by its version.
  const sending = { actor, formKey: id === null ? formKey : undefined, content: { ad: fields } };
  return tx(db, (t) =>
    answerOnce(t, sending, now, () => {
      if (fields.pictureId !== null) {
        const picture = t.select().from(pictures).where(eq(pictures.id, fields.pictureId)).get();
        if (picture?.origin !== 'desk') return refused('picture-unknown', 'pictureId');
      }
      const former = id === null ? null : t.select().from(ads).where(eq(ads.id, id)).get();
      if (former === undefined) return refused('not-found');
      if (former === null) {
        const made = t.insert(ads).values(fields).returning().get();
        appendAudit(t, { actor, verb: 'add-ad', subject: `ad:${made.id}`, after: fields, at: now });
        announce(t, { kind: 'ads-changed' }, now);
        return done({ id: made.id });
      }
      const { changes } = t
        .update(ads)
        .set({ ...fields, version: basedOn + 1 })
        .where(and(eq(ads.id, former.id), eq(ads.version, basedOn)))
        .run();
      if (changes === 0)
        return isAlreadyStored<object>(former, fields)
          ? done({ id: former.id, version: former.version })
          : refused('stale');
      const { id: _, version: __, ...before } = former;
      appendAudit(t, { actor, verb: 'edit-ad', subject: `ad:${former.id}`, before, after: fields, at: now });
      announce(t, { kind: 'ads-changed' }, now);
      return done({ id: former.id, version: basedOn + 1 });
    }),
  );
}

type ParsedAdFields = Omit<AdFields, 'from' | 'until'> & { from: Date | null; until: Date | null };

function faultIn({
  slot,
  name,
  kind,
  pictureId,
  href,
  html,
  from,
  until,
}: ParsedAdFields): [AdFault, keyof ParsedAdFields] | null {
  if (!isAdSlot(slot)) return ['slot-unknown', 'slot'];
  if (name === '') return ['name-empty', 'name'];
  if (isLonger(name, adLimits.name)) return ['name-too-long', 'name'];
  if (kind === 'picture' && pictureId === null) return ['picture-unknown', 'pictureId'];
  if (kind === 'picture' && !isWhereAdsLead(href)) return ['href-wrong', 'href'];
  if (kind === 'html' && html === '') return ['html-empty', 'html'];
  if (html.length > adLimits.html) return ['html-too-long', 'html'];
  if (from && until && until <= from) return ['ends-before', 'until'];
  return null;
}

/** Another site by https, or a path of ours. */
function isWhereAdsLead(href: string): boolean {
  if (href.length > adLimits.href || /[\s\\<>"]/.test(href)) return false;
  if (href.startsWith('/')) return !href.startsWith('//');
  const url = URL.parse(href);
  return url?.protocol === 'https:' && url.username === '';
}
