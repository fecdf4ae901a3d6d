/**
 * Lets one save out at a time, and only when the server has the text already: if it dies at that moment, or the session
 * has ended, the text is there to be offered. Until then a save is held, with the button that was pressed.
 */
export class SubmitGate<Submitter> {
  #held: { submitter: Submitter | null } | undefined;
  /** The button of the save that went out last. */
  #last: { submitter: Submitter | null } | undefined;
  #isOut = false;
  #isOpen = false;

  get isHolding(): boolean {
    return this.#held !== undefined;
  }

  /** A save is out and its answer is still to come. */
  get isOut(): boolean {
    return this.#isOut;
  }

  /** Whether this save may go out now; a text that nobody changed needs no autosave first. */
  lets(isUntouched: boolean): boolean {
    return this.#isOpen || isUntouched;
  }

  hold(submitter: Submitter | null): void {
    this.#held = { submitter };
  }

  sendOut(submitter: Submitter | null): void {
    this.#isOpen = false;
    this.#isOut = true;
    this.#last = { submitter };
  }

  answered(): void {
    this.#isOut = false;
  }

  /** The save that was out is held again, unless another was pressed meanwhile. */
  unanswered(): void {
    this.#isOut = false;
    this.#held ??= this.#last;
  }

  /** The held save, which may go out now; undefined where none is held, or another is out. */
  release(): { submitter: Submitter | null } | undefined {
    if (this.#held === undefined || this.#isOut) return undefined;
    const held = this.#held;
    this.#held = undefined;
    this.#isOpen = true;
    return held;
  }
}
