import { type FormState, wasRefused } from './form-state';

/**
 * Tracks the saves of one open form, so that its next submit is based on its own last save: the page is refreshed
 * only a moment later, and a second click within that moment still carries the former version. Somebody else's save
 * is never mistaken for an own one: only versions that this form submitted or received count.
 */
export class OwnSaves {
  #latest: string | null = null;
  readonly #passed = new Set<string>();

  /** Returns the `basedOn` of the next submit. */
  basisOf(sentOn: string): string {
    return this.#latest !== null && this.#passed.has(sentOn) ? this.#latest : sentOn;
  }

  /**
   * Records a response; one with a `basedOn` that refuses is not a save. After a refusal the current values are shown
   * and become the base: for a name or an order, which is its own version, somebody may have restored the very one
   * from before.
   */
  answered(sentOn: string, answer: FormState & { basedOn?: unknown }): void {
    if (wasRefused(answer)) {
      this.#passed.clear();
      return;
    }
    if (typeof answer.basedOn !== 'string' || answer.basedOn === '') return;
    this.#passed.add(sentOn);
    // A name that is changed back is the former version again.
    this.#passed.delete(answer.basedOn);
    this.#latest = answer.basedOn;
  }
}
