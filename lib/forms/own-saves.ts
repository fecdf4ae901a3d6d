import { type FormState, wasRefused } from './form-state';

/**
 * The saves of one form on the screen. What it sends next is based on what it has saved itself: its page is read anew only
 * a moment later, and a second press within that moment still carries the version from before the first. That of another
 * is never taken for one's own: only what this form has sent from, and what it was answered, counts.
 */
export class OwnSaves {
  #latest: string | null = null;
  readonly #passed = new Set<string>();

  /** `basedOn` of what is about to be sent. */
  basisOf(sentOn: string): string {
    return this.#latest !== null && this.#passed.has(sentOn) ? this.#latest : sentOn;
  }

  /**
   * It has been answered; an answer with `basedOn` that refuses nothing is a save. Who is refused is shown what stands, and
   * sends from that: where a name or an order is its own version, another may have put back the very one from before.
   */
  answered(sentOn: string, answer: FormState & { basedOn?: unknown }): void {
    if (wasRefused(answer)) {
      this.#passed.clear();
      return;
    }
    if (typeof answer.basedOn !== 'string' || answer.basedOn === '') return;
    this.#passed.add(sentOn);
    // A name that is changed back is the version again that it was.
    this.#passed.delete(answer.basedOn);
    this.#latest = answer.basedOn;
  }
}
