import { randomId } from '@/components/ui/random-id';

/**
 * How far the text of one form has got: how often it changed (its strokes), and up to which stroke the browser and the
 * server have it. The tab is the name under which it is saved.
 */
export class DraftProgress {
  #tab = randomId();
  #stroke = 0;
  #stored = 0;
  #confirmed = 0;

  get tab(): string {
    return this.#tab;
  }

  get stroke(): number {
    return this.#stroke;
  }

  get isUntouched(): boolean {
    return this.#stroke === 0;
  }

  /** Neither the browser nor the server has the last stroke. */
  get needsStoring(): boolean {
    return this.#stored !== this.#stroke && this.#confirmed !== this.#stroke;
  }

  get isConfirmed(): boolean {
    return this.#confirmed === this.#stroke;
  }

  /** As the form names the draft that it is sent with; `''` while nothing is typed. */
  get reference(): string {
    return this.#stroke > 0 ? `${this.#tab}.${this.#stroke}` : '';
  }

  type(): void {
    this.#stroke += 1;
  }

  store(): void {
    this.#stored = this.#stroke;
  }

  /** Of a text that was set aside meanwhile nothing is known about the one that stands in the form now. */
  confirm({ tab, stroke }: { tab: string; stroke: number }): void {
    if (tab === this.#tab) this.#confirmed = Math.max(this.#confirmed, stroke);
  }

  /** The same text is saved in another place from now on. */
  unsave(): void {
    this.#stored = 0;
    this.#confirmed = 0;
  }

  /** Another text takes the place of this one. */
  restart(): void {
    this.#tab = randomId();
    this.#stroke = 0;
    this.unsave();
  }
}
