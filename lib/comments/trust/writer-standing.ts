import type { ReadDb } from '@/db/client';
import type { commenters } from '@/db/schema';
import type { TrustLevel } from '../gate/comment-risk';
import { trustOf } from './trust-level';
import { judgedComments, provenDevices } from './trust-rows';
import { recordOf } from './writer-record';

/** What of a writer's record weighs when they write. */
export interface WriterStanding {
  level: TrustLevel;
  approved: number;
  hidden: number;
  /** The address is proven on this device. */
  isProven: boolean;
  /** Somebody has typed a staff member's address: staff answer from the desk. */
  isStaffAddress: boolean;
}

export const newcomer: WriterStanding = {
  level: 'new',
  approved: 0,
  hidden: 0,
  isProven: false,
  isStaffAddress: false,
};

/** The standing of one device under one address: another device with the same address is a newcomer. */
export function writerStanding(
  db: ReadDb,
  commenter: Pick<typeof commenters.$inferSelect, 'id' | 'staffId'> | undefined,
  device: string,
  now: Date,
): WriterStanding {
  if (!commenter) return newcomer;
  const proven = provenDevices(db, commenter.id);
  const record = recordOf(judgedComments(db, commenter.id), { device, proven }, now);
  const { level } = trustOf(record, now);
  const { approved, removed, isProven } = record;
  // Who has lost trust is weighed as somebody whose comments are taken down as often as not.
  const hidden = level === 'new' && approved > 0 ? Math.max(removed, approved) : removed;
  return { level, approved, hidden, isProven, isStaffAddress: commenter.staffId !== null };
}
