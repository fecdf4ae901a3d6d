import { randomId } from '@/components/ui/random-id';
import { BODY_READY } from '../set-fields';
import { forgetLocally, leftBehind, storeLocally, type UnsavedText } from './local-store';
import { type AutosaveResult, sendAutosave } from './send-autosave';

/** Where what was typed is now. `nowhere`: neither the server nor the browser could take it. */
export type SavedAt = 'server' | 'browser' | 'nowhere';

export interface SaveState {
  at: SavedAt;
  /** Why it is not on the server. */
  because: Exclude<AutosaveResult, 'kept'> | null;
  when: Date;
  /** A save was pressed that could not be sent yet: it is sent by itself once the server answers. */
  waits: boolean;
}

interface Hooks {
  member: number;
  onStanding(standing: SaveState): void;
  /** Texts of earlier pages have reached the server: there is something to offer. */
  onRecovered(): void;
}

/** A text of up to this many characters goes into the browser's store with each stroke, a longer one at a pause. */
const SHORT = 100_000;
const PAUSE_MS = 300;
/** With the pause, the time to send and a slow answer this stays under two seconds after the last key. */
const SEND_AFTER_MS = 900;
const SEND_AT_LEAST_EVERY_MS = 4000;
/** What changes without an event, as by a script of an editor, is found by looking. */
const LOOK_EVERY_MS = 1000;
const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 15_000;
/** An answer that takes longer holds back no further save: at worst somebody merges with their own text. */
const OUT_FOR_MS = 20_000;

/** The form's own means, and what is about one sending of it only. */
const NOT_TYPED = /^(\$ACTION.*|storyId|basedOn|formKey|drafts|do|mergedWith|merge-.*)$/;

/**
 * Keeps what is typed in a form, outside of React: in the browser at each pause, on the server a second after. It
 * reads the fields by name, so it need not know what they are typed with.
 */
export class Autosaver {
  #tab = randomId();
  #stroke = 0;
  #confirmed = 0;
  #seen: string;
  /** What the text in the form was typed on: its field may say another version a moment before the text is exchanged. */
  #basedOn: number;
  #stored = 0;
  /** What went with the last save. */
  #sent: string | undefined;
  #isSending = false;
  #isPassing = false;
  #waiting: HTMLElement | null | undefined;
  /** The button of the save that went out last, and whether its answer is still to come. */
  #passed: HTMLElement | null = null;
  #isOut = false;
  #retryMs = FIRST_RETRY_MS;
  #againMs = FIRST_RETRY_MS;
  /** Where the text went on, once a new story has been made of this form. */
  #home: { storyId: number; basedOn: number } | undefined;
  #timers: Partial<Record<'pause' | 'send' | 'retry' | 'recover' | 'out', number>> = {};
  #firstUnsentAt: number | undefined;
  #stop = new AbortController();

  constructor(
    private readonly form: HTMLFormElement,
    private readonly hooks: Hooks,
  ) {
    // Somebody was quicker than the script: what stands there is typed, and not stored.
    this.#seen = isTypedIn(form) ? '' : JSON.stringify(this.#fields());
    this.#basedOn = this.#number('basedOn');
  }

  start(): void {
    const { signal } = this.#stop;
    const { form } = this;
    // A browser that puts typed text back at a reload knows nothing of versions: what is kept here is offered instead.
    form.autocomplete = 'off';
    form.addEventListener('input', () => this.#look(), { signal });
    form.addEventListener('change', () => this.#look(), { signal });
    form.addEventListener('submit', (event) => this.#beforeSubmit(event), { signal, capture: true });
    form.addEventListener(BODY_READY, () => this.#takeBodyAsSeen(), { signal });
    form.addEventListener('reset', (event) => this.#beforeReset(event), { signal });
    window.addEventListener('online', () => this.#retryNow(), { signal });
    window.addEventListener('focus', () => this.#retryNow(), { signal });
    window.addEventListener('pagehide', () => this.#leave(), { signal });
    window.addEventListener('beforeunload', (event) => this.#warn(event), { signal });
    document.addEventListener(
      'visibilitychange',
      () => (document.visibilityState === 'hidden' ? this.#leave() : this.#retryNow()),
      { signal },
    );
    const looking = window.setInterval(() => this.#look(), LOOK_EVERY_MS);
    signal.addEventListener('abort', () => window.clearInterval(looking));
    this.#look();
    void this.#recover();
  }

  stop(): void {
    this.#look();
    this.#storeNow();
    this.#stop.abort();
    for (const timer of Object.values(this.#timers)) window.clearTimeout(timer);
  }

  /** The body stands in another field now, and nobody has typed: that alone is nothing to keep. */
  #takeBodyAsSeen(): void {
    const others = (json: string) =>
      JSON.stringify(Object.entries(JSON.parse(json)).filter(([name]) => !/^body(Doc)?$/.test(name)));
    const now = JSON.stringify(this.#fields());
    if (this.#stroke === 0 && this.#seen !== '' && others(this.#seen) === others(now)) this.#seen = now;
  }

  /** The name under which the text in the form is kept. */
  get tab(): string {
    return this.#tab;
  }

  /** Whether the form says something else than when it was sent. */
  hasTypedSince(): boolean {
    this.#look();
    return this.#sent !== undefined && this.#seen !== this.#sent;
  }

  /**
   * Another text comes into the form. What was typed since it was asked for stays a text by itself, to be offered; what
   * comes is kept under a name of its own.
   */
  giveWay(): void {
    if (!this.hasTypedSince()) return;
    const kept = this.#current();
    const isStored = this.#storeNow();
    window.clearTimeout(this.#timers.pause);
    window.clearTimeout(this.#timers.send);
    this.#tab = randomId();
    this.#stroke = 0;
    this.#confirmed = 0;
    this.#stored = 0;
    this.#firstUnsentAt = undefined;
    if (isStored) void this.#recover();
    else void sendAutosave(kept);
  }

  /** The save that went out has had its answer, and the form is based on what that says. */
  answered(): void {
    this.#basedOn = this.#number('basedOn');
    window.clearTimeout(this.#timers.out);
    this.#isOut = false;
    this.#againMs = FIRST_RETRY_MS;
    if (this.#waiting !== undefined) void this.#sendUntilDone();
  }

  /** The save that went out was not answered: it goes again by itself, when the server has what is typed. */
  sendAgain(): void {
    this.#isOut = false;
    this.#waiting ??= this.#passed;
    this.#tell('offline', this.#storeNow());
    window.clearTimeout(this.#timers.retry);
    this.#timers.retry = window.setTimeout(() => this.#send(), this.#againMs);
    this.#againMs = Math.min(this.#againMs * 2, LAST_RETRY_MS);
  }

  /** A story has been made of a new story's form: what is typed from now on is a text of that one. */
  moveTo(home: { storyId: number; basedOn: number }): void {
    this.#look();
    forgetLocally(this.#current());
    this.#home = home;
    if (this.#seen === this.#sent) return;
    this.#confirmed = 0;
    this.#stored = 0;
    this.#storeNow();
  }

  get reference(): string {
    return this.#stroke > 0 ? `${this.#tab}.${this.#stroke}` : '';
  }

  #fields(): Record<string, string> {
    const fields: Record<string, string> = {};
    for (const [name, value] of new FormData(this.form)) {
      if (typeof value === 'string' && !NOT_TYPED.test(name)) fields[name] = value;
    }
    return fields;
  }

  #number(name: string): number {
    return Number(new FormData(this.form).get(name)) || 0;
  }

  #current(): UnsavedText {
    return {
      member: this.hooks.member,
      storyId: this.#number('storyId'),
      basedOn: this.#basedOn,
      ...this.#home,
      tab: this.#tab,
      stroke: this.#stroke,
      fields: JSON.parse(this.#seen || '{}') as Record<string, string>,
    };
  }

  #look(): void {
    const now = JSON.stringify(this.#fields());
    if (now === this.#seen) return;
    this.#seen = now;
    this.#stroke += 1;
    this.#firstUnsentAt ??= performance.now();
    window.clearTimeout(this.#timers.pause);
    // A browser that dies the next moment has it: only so is no letter lost with a window.
    if (now.length <= SHORT) this.#storeNow();
    else this.#timers.pause = window.setTimeout(() => this.#storeNow(), PAUSE_MS);
    window.clearTimeout(this.#timers.send);
    const waited = performance.now() - this.#firstUnsentAt;
    const wait = Math.max(0, Math.min(SEND_AFTER_MS, SEND_AT_LEAST_EVERY_MS - waited));
    this.#timers.send = window.setTimeout(() => this.#send(), wait);
  }

  #storeNow(): boolean {
    if (this.#stroke === 0 || this.#stored === this.#stroke || this.#confirmed === this.#stroke) return true;
    const isStored = storeLocally(this.#current());
    if (isStored) this.#stored = this.#stroke;
    return isStored;
  }

  async #send(): Promise<AutosaveResult> {
    if (this.#isSending) return 'offline';
    this.#isSending = true;
    window.clearTimeout(this.#timers.retry);
    const isStored = this.#storeNow();
    const kept = this.#current();
    this.#firstUnsentAt = undefined;
    const sent = await sendAutosave(kept);
    this.#isSending = false;
    if (this.#stop.signal.aborted) return sent;

    if (sent === 'kept') {
      // Of a text that has given way meanwhile nothing is said about the one that stands here now.
      if (kept.tab === this.#tab) this.#confirmed = Math.max(this.#confirmed, kept.stroke);
      this.#retryMs = FIRST_RETRY_MS;
      forgetLocally(kept);
      if (this.#stroke > kept.stroke)
        this.#timers.send = window.setTimeout(() => this.#send(), SEND_AFTER_MS);
    } else if (sent !== 'refused' && sent !== 'someone-else' && sent !== 'too-large') {
      this.#timers.retry = window.setTimeout(() => this.#send(), this.#retryMs);
      this.#retryMs = Math.min(this.#retryMs * 2, LAST_RETRY_MS);
    }
    // First: what goes out now waits no longer, and nobody is to be told so beside its answer.
    if (sent === 'kept') this.#sendWaiting();
    this.#tell(sent, isStored);
    return sent;
  }

  #tell(sent: AutosaveResult, isStored: boolean): void {
    this.hooks.onStanding({
      at: sent === 'kept' ? 'server' : isStored ? 'browser' : 'nowhere',
      because: sent === 'kept' ? null : sent,
      when: new Date(),
      waits: this.#waiting !== undefined,
    });
  }

  #retryNow(): void {
    if (this.#confirmed === this.#stroke && this.#waiting === undefined) return;
    this.#retryMs = FIRST_RETRY_MS;
    if (this.#stroke > 0) void this.#send();
  }

  /** What was not sent yet leaves with the page; what is too long for that is in the browser's store. */
  #leave(): void {
    this.#look();
    this.#storeNow();
    if (this.#confirmed < this.#stroke) void sendAutosave(this.#current(), true);
  }

  #warn(event: BeforeUnloadEvent): void {
    this.#look();
    const isKept = this.#storeNow();
    if (!isKept && this.#confirmed < this.#stroke) event.preventDefault();
  }

  /**
   * A save is sent only when the server has the text already: if it dies at that moment, or the session has ended,
   * the text is there to be offered. While it cannot be reached, the save waits here and the form stays as it is.
   */
  #beforeSubmit(event: SubmitEvent): void {
    this.#look();
    const drafts = this.form.elements.namedItem('drafts');
    const { submitter } = event;
    if (this.#isPassing || this.#stroke === 0) {
      this.#isPassing = false;
      this.#isOut = true;
      window.clearTimeout(this.#timers.out);
      this.#timers.out = window.setTimeout(() => this.answered(), OUT_FOR_MS);
      this.#passed = submitter;
      this.#sent = this.#seen;
      const basedOn = this.form.elements.namedItem('basedOn');
      if (basedOn instanceof HTMLInputElement && this.#basedOn > 0) basedOn.value = String(this.#basedOn);
      if (drafts instanceof HTMLInputElement && this.reference) {
        const others = drafts.value.split(' ').filter((ref) => ref && !ref.startsWith(this.#tab));
        drafts.value = [...others, this.reference].join(' ');
      }
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    this.#waiting = submitter;
    // The one before knows best what this is based on: nobody is to be shown their own text to merge with.
    if (!this.#isOut) void this.#sendUntilDone();
  }

  async #sendUntilDone(): Promise<void> {
    // An autosave may be on its way: its answer says as well whether the server is there.
    for (let tries = 0; this.#isSending && tries < 100; tries += 1)
      await new Promise((go) => setTimeout(go, 100));
    const sent = await this.#send();
    // The save's own answer says what is wrong, and keeps the text; only nobody and nothing cannot give one.
    if (sent !== 'full' && sent !== 'refused' && sent !== 'too-large') return;
    this.#sendWaiting();
    this.#tell(sent, this.#storeNow());
  }

  #sendWaiting(): void {
    const submitter = this.#waiting;
    if (submitter === undefined || this.#isOut) return;
    this.#waiting = undefined;
    this.#isPassing = true;
    this.form.requestSubmit(submitter?.isConnected ? submitter : null);
  }

  /** React empties a form into its former values when its action is done. What is typed stands until it is saved. */
  #beforeReset(event: Event): void {
    event.preventDefault();
    this.#look();
  }

  /** Until the server has each of them: a page that opens while it is down offers them all the same, later. */
  async #recover(waitMs = FIRST_RETRY_MS): Promise<void> {
    let reached = 0;
    let isOut = false;
    for (const kept of leftBehind(this.hooks.member, this.#tab)) {
      const sent = await sendAutosave(kept);
      if (sent === 'kept') {
        forgetLocally(kept);
        reached += 1;
      } else if (sent === 'offline' || sent === 'signed-out' || sent === 'full') isOut = true;
    }
    if (this.#stop.signal.aborted) return;
    if (reached > 0) this.hooks.onRecovered();
    if (!isOut) return;
    const next = Math.min(waitMs * 2, LAST_RETRY_MS);
    this.#timers.recover = window.setTimeout(() => this.#recover(next), waitMs);
  }
}

function isTypedIn(form: HTMLFormElement): boolean {
  return [...form.elements].some(
    (field) =>
      (field instanceof HTMLTextAreaElement ||
        (field instanceof HTMLInputElement && field.type !== 'hidden')) &&
      field.value !== field.defaultValue,
  );
}
