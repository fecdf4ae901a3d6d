import { dhakaDay } from '@barta/bengali/dates';
import { trustLimits } from './trust-limits';

/** One of the comments written under an address, as far as trust depends on it. */
export interface JudgedComment {
  /** A keyed hash, `''` if none is known. */
  device: string;
  state: string;
  createdAt: Date;
  /** A moderator has approved it. */
  isApproved: boolean;
  /** When a moderator took it down, and why; null while it stands. */
  removedAt: Date | null;
  removedFor: string;
  openReports: number;
}

/** What a writer has earned: by a device that wrote, or by an address that is proven on it. */
export interface WriterRecord {
  approved: number;
  /** Comments taken down by moderators, rules or the spam filter. */
  removed: number;
  /** On how many days of Dhaka the approved ones were written. */
  approvedDays: number;
  /** When the first approved one was written. */
  since: Date | null;
  lastRemovedAt: Date | null;
  /** The latest removal for abuse, or as spam. */
  lastAbuseAt: Date | null;
  openReports: number;
  /** A mailed link was followed on this device. */
  isProven: boolean;
}

interface RecordOwner {
  device: string;
  /** The devices on which the address is proven, with the moment. */
  proven: readonly { device: string; provenAt: Date }[];
}

/**
 * The record of one device under one address. Alone it has what its own comments have earned: whoever types a stranger's
 * address has nothing. Where the address is proven it has also what the other proven devices have, and what came before
 * the first proof from devices that had earned something: a stranger's comments under the address never count against it.
 */
export function recordOf(rows: readonly JudgedComment[], owner: RecordOwner, now: Date): WriterRecord {
  const own = rows.filter(ownFilter(rows, owner, now));
  const approved = own.filter((row) => counts(row, now));
  const removed = own.filter(({ state }) => state === 'hidden' || state === 'spam');
  return {
    approved: approved.length,
    removed: removed.length,
    approvedDays: new Set(approved.map(({ createdAt }) => dhakaDay(createdAt))).size,
    since: approved.reduce<Date | null>((least, { createdAt }) => earlier(least, createdAt), null),
    lastRemovedAt: latestRemoval(removed),
    lastAbuseAt: latestRemoval(
      removed.filter(({ state, removedFor }) => state === 'spam' || removedFor === 'abuse'),
    ),
    openReports: approved.reduce((total, { openReports }) => total + openReports, 0),
    isProven: isProvenOn(owner),
  };
}

function ownFilter(rows: readonly JudgedComment[], owner: RecordOwner, now: Date) {
  const isOwn = ({ device }: JudgedComment) => owner.device !== '' && device === owner.device;
  if (!isProvenOn(owner)) return isOwn;

  const provenDevices = new Set(owner.proven.map(({ device }) => device));
  const firstProof = Math.min(...owner.proven.map(({ provenAt }) => provenAt.getTime()));
  const isBefore = ({ createdAt }: JudgedComment) => createdAt.getTime() < firstProof;
  const earning = new Set(
    rows.filter((row) => isBefore(row) && counts(row, now)).map(({ device }) => device),
  );
  return (row: JudgedComment) =>
    isOwn(row) || provenDevices.has(row.device) || (isBefore(row) && earning.has(row.device));
}

function isProvenOn({ device, proven }: RecordOwner): boolean {
  return device !== '' && proven.some((one) => one.device === device);
}

/** Approved by a person, or unopposed for long enough. */
function counts({ state, isApproved, createdAt }: JudgedComment, now: Date): boolean {
  return state === 'visible' && (isApproved || now.getTime() - createdAt.getTime() >= trustLimits.standsMs);
}

function latestRemoval(removed: readonly JudgedComment[]): Date | null {
  // The spam filter and the newsroom's rules act when a comment is written.
  const times = removed.map(({ removedAt, createdAt }) => (removedAt ?? createdAt).getTime());
  return times.length === 0 ? null : new Date(Math.max(...times));
}

function earlier(least: Date | null, at: Date): Date {
  return least !== null && least <= at ? least : at;
}
