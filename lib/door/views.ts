import { createHash, randomBytes } from 'node:crypto';

const anHourMs = 3_600_000;
/** So many readings in an hour are remembered at most; beyond that a reload may count twice. */
const mostSeen = 200_000;

/** What reads pages without being a reader. */
const machines =
  /bot|crawl|spider|slurp|preview|fetch|monitor|lighthouse|curl|wget|python|java\/|go-http|okhttp|axios|node/i;

export interface Reading {
  storyId: number;
  network: string;
  agent: string | undefined;
}

/**
 * Counts readings in memory. One reader on one story counts once an hour; to tell so, a hash is kept whose salt
 * is drawn anew each hour and never leaves memory. Nothing about any reader is stored.
 */
export class Views {
  #salt = randomBytes(16);
  #hour = -1;
  #seen = new Set<string>();
  #counts = new Map<number, number>();

  note({ storyId, network, agent }: Reading, now: Date): void {
    if (!agent || machines.test(agent)) return;
    this.#turnHour(now);
    const reader = createHash('sha256').update(this.#salt).update(`${network}\n${agent}\n${storyId}`);
    const seen = reader.digest('base64url').slice(0, 16);
    if (this.#seen.has(seen)) return;
    if (this.#seen.size >= mostSeen) this.#seen.clear();
    this.#seen.add(seen);
    this.#counts.set(storyId, (this.#counts.get(storyId) ?? 0) + 1);
  }

  /** The counts since the last time, and none of them again. */
  take(): Map<number, number> {
    const counts = this.#counts;
    this.#counts = new Map();
    return counts;
  }

  /** After a write that failed. */
  putBack(counts: ReadonlyMap<number, number>): void {
    for (const [storyId, views] of counts) {
      this.#counts.set(storyId, (this.#counts.get(storyId) ?? 0) + views);
    }
  }

  #turnHour(now: Date): void {
    const hour = Math.floor(now.getTime() / anHourMs);
    if (hour === this.#hour) return;
    this.#hour = hour;
    this.#salt = randomBytes(16);
    this.#seen.clear();
  }
}

/** The story that a beacon names, as in `story=7`. */
export function storyIn(body: string): number | undefined {
  const id = new URLSearchParams(body).get('story') ?? '';
  return /^[1-9]\d{0,14}$/.test(id) ? Number(id) : undefined;
}
