import type { TrustLevel } from '../gate/comment-risk';
import { trustLimits } from './trust-limits';
import type { WriterRecord } from './writer-record';

/** Why a writer is not further, or how they came so far; each has a label `trust.…`. */
export type TrustReason =
  | { code: 'none' }
  | { code: 'staff' }
  | { code: 'proven' }
  | { code: 'approved'; count: number; days: number }
  | { code: 'removed'; count: number }
  | { code: 'removed-as-often' | 'abuse-lately' | 'removed-lately' }
  | { code: 'reported'; count: number };

export interface Trust {
  level: TrustLevel;
  reasons: TrustReason[];
}

const DAY = 86_400_000;

/** A writer's level by their record, and the reasons as a moderator reads them. */
export function trustOf(record: WriterRecord, now: Date): Trust {
  const { approved, removed, since, openReports } = record;
  const days = since === null ? 0 : Math.max(1, Math.ceil((now.getTime() - since.getTime()) / DAY));
  const reasons: TrustReason[] = [
    ...(approved > 0 ? [{ code: 'approved', count: approved, days } as const] : []),
    ...(record.isProven ? [{ code: 'proven' } as const] : []),
    ...(removed > 0 ? [{ code: 'removed', count: removed } as const] : []),
  ];
  if (reasons.length === 0) return { level: 'new', reasons: [{ code: 'none' }] };

  if (approved < trustLimits.knownFrom) return { level: 'new', reasons };
  if (removed > 0 && removed >= approved)
    return { level: 'new', reasons: [...reasons, { code: 'removed-as-often' }] };
  if (isWithin(record.lastAbuseAt, trustLimits.abuseCountsMs, now))
    return { level: 'new', reasons: [...reasons, { code: 'abuse-lately' }] };

  if (openReports >= trustLimits.reportsPauseFrom)
    return { level: 'known', reasons: [...reasons, { code: 'reported', count: openReports }] };
  if (isWithin(record.lastRemovedAt, trustLimits.removalCountsMs, now))
    return { level: 'known', reasons: [...reasons, { code: 'removed-lately' }] };
  return { level: isLongKnown(record, now) ? 'trusted' : 'known', reasons };
}

function isLongKnown({ approved, approvedDays, since }: WriterRecord, now: Date): boolean {
  return (
    approved >= trustLimits.trustedFrom &&
    approvedDays >= trustLimits.trustedDays &&
    since !== null &&
    now.getTime() - since.getTime() >= trustLimits.trustedAfterMs
  );
}

function isWithin(at: Date | null, ms: number, now: Date): boolean {
  return at !== null && now.getTime() - at.getTime() < ms;
}
