import type { ReadDb } from '@/db/client';
import { type Trust, trustOf } from './trust-level';
import { judgedComments, provenDevices } from './trust-rows';
import { recordOf } from './writer-record';

interface QueuedWriter {
  commenterId: number;
  device: string;
  fromNewsroom: boolean;
}

/** For one page of the queue: each writer's trust on the device of the comment; an address is read once. */
export function trustOn(db: ReadDb, now: Date): (writer: QueuedWriter) => Trust {
  const read = new Map<number, ReturnType<typeof historyOf>>();
  return ({ commenterId, device, fromNewsroom }) => {
    if (fromNewsroom) return { level: 'staff', reasons: [{ code: 'staff' }] };
    const history = read.get(commenterId) ?? historyOf(db, commenterId);
    read.set(commenterId, history);
    return trustOf(recordOf(history.rows, { device, proven: history.proven }, now), now);
  };
}

function historyOf(db: ReadDb, commenterId: number) {
  return { rows: judgedComments(db, commenterId), proven: provenDevices(db, commenterId) };
}
