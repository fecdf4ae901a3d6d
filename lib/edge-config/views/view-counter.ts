import { createHash, randomBytes } from 'node:crypto';
import { type ViewSource, viewSources } from '@/db/schema';
import { hourOf } from '@/lib/readership/dhaka-hours';
import { depthSteps, type ViewTally } from '@/lib/readership/view-tally';

/** How many readings of an hour are remembered; beyond that a reload may count twice. */
const mostSeen = 200_000;
/** How many totals may wait while the database cannot be written; further stories are not counted. */
const mostWaiting = 100_000;

/** Clients that fetch pages without being readers. Cubot is a phone maker. */
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

/** An hour's readers as hashes with a salt of that hour; each with its referrer and reading depth. */
interface HourOfReaders {
  hour: number;
  salt: Buffer;
  seen: Map<string, number>;
}

/**
 * Counts readings in memory. One reader counts once an hour per story, and once per depth step of the text. For that
 * a hash is kept whose salt is replaced each hour and never leaves memory. A reader who opened a story before the
 * full hour may still finish it afterwards. Nothing about readers is stored.
 */
export class ViewCounter {
  #hours: HourOfReaders[] = [];
  #tallies = new Map<string, ViewTally>();
  #totals = new Map<number, number>();
  /** Whether readers see how often a story was read. */
  areShown = true;

  /** Counts a story that was opened. */
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
   * Counts the depth that a reader has reached: 1 is a quarter of the text, 4 its end. Ignored for a reader whose
   * view was not counted, so that depth counts never exceed views.
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

  /** Takes the totals since the last call and resets them. */
  take(): ViewTally[] {
    const tallies = [...this.#tallies.values()];
    this.#tallies = new Map();
    return tallies;
  }

  /** Restores the totals after a failed write. */
  putBack(tallies: readonly ViewTally[]): void {
    for (const { storyId, hour, source, views, ...steps } of tallies) {
      const tally = this.#tallyOf(storyId, hour, source);
      if (!tally) continue;
      tally.views += views;
      for (const step of depthSteps) tally[step] += steps[step];
    }
  }

  /** After a write: the stored total of each story in it. */
  written(totals: ReadonlyMap<number, number>): void {
    if (this.#totals.size >= mostWaiting) this.#totals.clear();
    for (const [storyId, total] of totals) this.#totals.set(storyId, total);
  }

  /** The number of views including unsaved ones; undefined if unknown or not public. */
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

  /** The current hour, and the one before. */
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

/** As one small number, because a map holds hundreds of thousands. */
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
  /** The depth reached; undefined: the story was opened. */
  depth: number | undefined;
  /** Host of the referring page. */
  from: string;
}

/**
 * The body of a beacon: `story=7&from=l.facebook.com` when a story opens, `story=7&depth=3` when its reader leaves.
 */
export function parseBeacon(body: string): Beacon | undefined {
  const params = new URLSearchParams(body);
  const id = params.get('story') ?? '';
  const depth = params.get('depth');
  if (!/^[1-9]\d{0,14}$/.test(id) || (depth !== null && !/^[1-4]$/.test(depth))) return undefined;
  const from = (params.get('from') ?? '').slice(0, 253);
  return { storyId: Number(id), depth: depth === null ? undefined : Number(depth), from };
}
