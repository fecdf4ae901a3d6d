import { createHash, randomBytes } from 'node:crypto';
import { type ViewSource, viewSources } from '@/db/schema';
import { hourOf } from '@/lib/readership/dhaka-hours';
import { depthSteps, type ViewTally } from '@/lib/readership/view-tally';

/** So many readings in an hour are remembered at most; beyond that a reload may count twice. */
const mostSeen = 200_000;
/** So many sums may wait for a store that cannot be written; what comes new after that is not counted. */
const mostWaiting = 100_000;

/** What reads pages without being a reader. Cubot makes telephones. */
const machines =
  /(?<!cu)bot|crawl|spider|slurp|preview|externalhit|headless|fetch|monitor|lighthouse|curl|wget|python|java\/|go-http|okhttp|axios|node/i;

export interface ViewReader {
  storyId: number;
  network: string;
  agent: string | undefined;
}

export interface ViewedStory extends ViewReader {
  source: ViewSource;
}

/** An hour's readers as hashes under a salt of that hour; of each the place it came from and how far it read. */
interface HourOfReaders {
  hour: number;
  salt: Buffer;
  seen: Map<string, number>;
}

/**
 * Counts readings in memory. One reader on one story counts once an hour, and goes each step of the text once at
 * most; to tell so, a hash is kept whose salt is drawn anew each hour and never leaves memory. Who opened a story
 * before the full hour may still finish it after. Nothing about any reader is stored.
 */
export class ViewCounter {
  #hours: HourOfReaders[] = [];
  #tallies = new Map<string, ViewTally>();
  #totals = new Map<number, number>();
  /** Whether readers are told how often a story was read. */
  areShown = true;

  /** A story was opened. */
  countView({ source, ...reader }: ViewedStory, now: Date): void {
    if (!isReader(reader)) return;
    const { hour, salt, seen } = this.#hourOf(now);
    const hash = hashOf(salt, reader);
    if (seen.has(hash)) return;
    if (seen.size >= mostSeen) seen.clear();
    seen.set(hash, packed(source, 0));
    const tally = this.#tallyOf(reader.storyId, hour, source);
    if (tally) tally.views += 1;
    const total = this.#totals.get(reader.storyId);
    if (total !== undefined) this.#totals.set(reader.storyId, total + 1);
  }

  /**
   * Its reader has come that far: 1 is a quarter of the text, 4 its end. Of somebody who was not counted as its
   * reader it is not taken, so there are never more who read on than there are readers.
   */
  countDepth(reader: ViewReader, depth: number, now: Date): void {
    if (!isReader(reader)) return;
    this.#hourOf(now);
    for (const { hour, salt, seen } of this.#hours) {
      const hash = hashOf(salt, reader);
      const known = seen.get(hash);
      if (known === undefined) continue;
      const { source, depth: before } = unpacked(known);
      if (depth <= before) return;
      const tally = this.#tallyOf(reader.storyId, hour, source);
      if (!tally) return;
      for (const step of depthSteps.slice(before, depth)) tally[step] += 1;
      seen.set(hash, packed(source, depth));
      return;
    }
  }

  /** The sums since the last time, and none of them again. */
  take(): ViewTally[] {
    const tallies = [...this.#tallies.values()];
    this.#tallies = new Map();
    return tallies;
  }

  /** After a write that failed. */
  putBack(tallies: readonly ViewTally[]): void {
    for (const { storyId, hour, source, views, ...steps } of tallies) {
      const tally = this.#tallyOf(storyId, hour, source);
      if (!tally) continue;
      tally.views += views;
      for (const step of depthSteps) tally[step] += steps[step];
    }
  }

  /** After a write: what each story that was in it has been read in all. */
  written(totals: ReadonlyMap<number, number>): void {
    if (this.#totals.size >= mostWaiting) this.#totals.clear();
    for (const [storyId, total] of totals) this.#totals.set(storyId, total);
  }

  /** How often it was read in all, to the last reader; undefined where that is not known, or not told. */
  totalOf(storyId: number): number | undefined {
    return this.areShown ? this.#totals.get(storyId) : undefined;
  }

  #tallyOf(storyId: number, hour: number, source: ViewSource): ViewTally | undefined {
    const key = `${storyId} ${hour} ${source}`;
    const known = this.#tallies.get(key);
    if (known) return known;
    if (this.#tallies.size >= mostWaiting) return undefined;
    const tally = { storyId, hour, source, views: 0, quarters: 0, halves: 0, threeQuarters: 0, reads: 0 };
    this.#tallies.set(key, tally);
    return tally;
  }

  /** This hour, and behind it the one before. */
  #hourOf(now: Date): HourOfReaders {
    const hour = hourOf(now);
    const [current] = this.#hours;
    if (current?.hour === hour) return current;
    const begun = { hour, salt: randomBytes(16), seen: new Map() };
    this.#hours = [begun, ...this.#hours.filter((before) => before.hour === hour - 1)];
    return begun;
  }
}

function isReader({ agent }: ViewReader): boolean {
  return !!agent && !machines.test(agent);
}

function hashOf(salt: Buffer, { network, agent, storyId }: ViewReader): string {
  const hash = createHash('sha256').update(salt).update(`${network}\n${agent}\n${storyId}`);
  return hash.digest('base64url').slice(0, 16);
}

/** As one small number, of which a map holds hundreds of thousands in little memory. */
function packed(source: ViewSource, depth: number): number {
  return viewSources.indexOf(source) * (depthSteps.length + 1) + depth;
}

function unpacked(number: number): { source: ViewSource; depth: number } {
  const depth = number % (depthSteps.length + 1);
  const source = viewSources[(number - depth) / (depthSteps.length + 1)] ?? 'other';
  return { source, depth };
}

export interface Beacon {
  storyId: number;
  /** How far the story was read; undefined: it was opened. */
  depth: number | undefined;
  /** Host of the page before. */
  from: string;
}

/** What a beacon says: `story=7&from=l.facebook.com` as a story opens, `story=7&depth=3` as its reader leaves. */
export function parseBeacon(body: string): Beacon | undefined {
  const said = new URLSearchParams(body);
  const id = said.get('story') ?? '';
  const depth = said.get('depth');
  if (!/^[1-9]\d{0,14}$/.test(id) || (depth !== null && !/^[1-4]$/.test(depth))) return undefined;
  const from = (said.get('from') ?? '').slice(0, 253);
  return { storyId: Number(id), depth: depth === null ? undefined : Number(depth), from };
}
