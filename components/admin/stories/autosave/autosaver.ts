import { BODY_READY } from '../set-fields';
import { DraftProgress } from './draft-progress';
import { DraftRecovery } from './draft-recovery';
import {
  differInBodyOnly,
  fieldsOfJson,
  hasTypedText,
  nameVersionAndDraft,
  numberField,
  typedFieldsJson,
} from './form-text';
import { forgetLocally, storeLocally, type UnsavedText } from './local-store';
import { RetryDelay } from './retry-delay';
import { type SaveState, saveStateAfter } from './save-state';
import { type AutosaveResult, sendAutosave } from './send-autosave';
import { SubmitGate } from './submit-gate';

interface AutosaverHooks {
  member: number;
  onSaveState(saveState: SaveState): void;
  /** Texts of earlier pages have reached the server: there is something to offer. */
  onRecovered(): void;
}

/** A text of up to this many characters goes into the browser's store with each stroke, a longer one at a pause. */
const SHORT = 100_000;
const PAUSE_MS = 300;
/** With the pause, the time to send and a slow answer this stays under two seconds after the last key. */
const SEND_AFTER_MS = 900;
const SEND_AT_LEAST_EVERY_MS = 4000;
/** What changes without an event, as by an editor's script, is found by reading the form. */
const READ_EVERY_MS = 1000;
/** An answer that takes longer holds back no further save: at worst somebody merges with their own text. */
const OUT_FOR_MS = 20_000;
const WAIT_FOR_AUTOSAVE_MS = 100;
const MAX_AUTOSAVE_WAITS = 100;

/** These failures say that a save would have an answer: the save's own answer explains them and keeps the text. */
const answeredFailures: readonly AutosaveResult[] = ['full', 'refused', 'too-large'];
/** Sending the same text again would fail again. */
const permanentFailures: readonly AutosaveResult[] = ['refused', 'someone-else', 'too-large'];

/** Saves what is typed in a form, outside of React: in the browser at each stroke, on the server a second after. */
export class Autosaver {
  /** The fields as JSON when they were last read. */
  #text: string;
  /** The fields as JSON when the last save went out. */
  #sentText: string | undefined;
  /** The version that the text was typed on: the form's field may name a later one a moment before the text changes. */
  #basedOn: number;
  /** Where the text is saved once a new story was created from this form. */
  #created: { storyId: number; basedOn: number } | undefined;
  #progress = new DraftProgress();
  #gate = new SubmitGate<HTMLElement>();
  #recovery: DraftRecovery;
  #isSending = false;
  #firstUnsentAt: number | undefined;
  #autosaveDelay = new RetryDelay();
  #resubmitDelay = new RetryDelay();
  #timers: Partial<Record<'pause' | 'send' | 'retry' | 'out', number>> = {};
  #stop = new AbortController();

  constructor(
    private readonly form: HTMLFormElement,
    private readonly hooks: AutosaverHooks,
  ) {
    // Somebody may have typed before the script ran: then what the form holds is not stored.
    this.#text = hasTypedText(form) ? '' : typedFieldsJson(form);
    this.#basedOn = numberField(form, 'basedOn');
    const { member, onRecovered } = hooks;
    this.#recovery = new DraftRecovery({ member, onRecovered, currentTab: () => this.tab });
  }

  start(): void {
    const { signal } = this.#stop;
    const { form } = this;
    // A browser that restores typed text after a reload knows nothing of versions: what is saved here is offered instead.
    form.autocomplete = 'off';
    form.addEventListener('input', () => this.#read(), { signal });
    form.addEventListener('change', () => this.#read(), { signal });
    form.addEventListener('submit', (event) => this.#beforeSubmit(event), { signal, capture: true });
    form.addEventListener(BODY_READY, () => this.#acceptMovedBody(), { signal });
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
    const reading = window.setInterval(() => this.#read(), READ_EVERY_MS);
    signal.addEventListener('abort', () => window.clearInterval(reading));
    this.#read();
    void this.#recovery.run();
  }

  stop(): void {
    this.#read();
    this.#storeNow();
    this.#stop.abort();
    this.#recovery.stop();
    for (const timer of Object.values(this.#timers)) window.clearTimeout(timer);
  }

  /** The name under which the text in the form is saved. */
  get tab(): string {
    return this.#progress.tab;
  }

  /** Whether something was typed since the last save went out. */
  hasTypedSince(): boolean {
    this.#read();
    return this.#sentText !== undefined && this.#text !== this.#sentText;
  }

  /**
   * Another text comes into the form. What was typed since it was asked for becomes a draft by itself, to be offered;
   * the text that comes is saved under a name of its own.
   */
  setAsideTyping(): void {
    if (!this.hasTypedSince()) return;
    const unsavedText = this.#unsavedText();
    const isStored = this.#storeNow();
    window.clearTimeout(this.#timers.pause);
    window.clearTimeout(this.#timers.send);
    this.#progress.restart();
    this.#firstUnsentAt = undefined;
    if (isStored) void this.#recovery.run();
    else void sendAutosave(unsavedText);
  }

  /** The save that went out has its answer, and the form is based on the version that it names. */
  answered(): void {
    this.#basedOn = numberField(this.form, 'basedOn');
    window.clearTimeout(this.#timers.out);
    this.#gate.answered();
    this.#resubmitDelay.reset();
    if (this.#gate.isHolding) void this.#autosaveThenSubmit();
  }

  /** The save that went out was not answered: it goes out again by itself, when the server has the text. */
  sendAgain(): void {
    this.#gate.unanswered();
    this.#report('offline', this.#storeNow());
    window.clearTimeout(this.#timers.retry);
    this.#timers.retry = window.setTimeout(() => this.#send(), this.#resubmitDelay.next());
  }

  /** A story was created from a new story's form: what is typed from now on is a draft of that story. */
  moveTo(created: { storyId: number; basedOn: number }): void {
    this.#read();
    forgetLocally(this.#unsavedText());
    this.#created = created;
    if (this.#text === this.#sentText) return;
    this.#progress.unsave();
    this.#storeNow();
  }

  #unsavedText(): UnsavedText {
    return {
      member: this.hooks.member,
      storyId: numberField(this.form, 'storyId'),
      basedOn: this.#basedOn,
      ...this.#created,
      tab: this.#progress.tab,
      stroke: this.#progress.stroke,
      fields: fieldsOfJson(this.#text),
    };
  }

  #read(): void {
    const now = typedFieldsJson(this.form);
    if (now === this.#text) return;
    this.#text = now;
    this.#progress.type();
    this.#firstUnsentAt ??= performance.now();
    window.clearTimeout(this.#timers.pause);
    // If the browser dies the next moment, the text is in its store: no letter is lost with a window.
    if (now.length <= SHORT) this.#storeNow();
    else this.#timers.pause = window.setTimeout(() => this.#storeNow(), PAUSE_MS);
    window.clearTimeout(this.#timers.send);
    const waited = performance.now() - this.#firstUnsentAt;
    const wait = Math.max(0, Math.min(SEND_AFTER_MS, SEND_AT_LEAST_EVERY_MS - waited));
    this.#timers.send = window.setTimeout(() => this.#send(), wait);
  }

  /** False when the browser could not take the text. */
  #storeNow(): boolean {
    if (this.#progress.isUntouched || !this.#progress.needsStoring) return true;
    const isStored = storeLocally(this.#unsavedText());
    if (isStored) this.#progress.store();
    return isStored;
  }

  async #send(): Promise<AutosaveResult> {
    if (this.#isSending) return 'offline';
    this.#isSending = true;
    window.clearTimeout(this.#timers.retry);
    const isStored = this.#storeNow();
    const text = this.#unsavedText();
    this.#firstUnsentAt = undefined;
    const result = await sendAutosave(text);
    this.#isSending = false;
    if (this.#stop.signal.aborted) return result;

    if (result === 'saved') {
      this.#progress.confirm(text);
      this.#autosaveDelay.reset();
      forgetLocally(text);
      if (this.#progress.stroke > text.stroke)
        this.#timers.send = window.setTimeout(() => this.#send(), SEND_AFTER_MS);
      // Before the report: a save that goes out now waits no longer.
      this.#submitHeld();
    } else if (!permanentFailures.includes(result)) {
      this.#timers.retry = window.setTimeout(() => this.#send(), this.#autosaveDelay.next());
    }
    this.#report(result, isStored);
    return result;
  }

  #report(result: AutosaveResult, isStored: boolean): void {
    this.hooks.onSaveState(saveStateAfter(result, { isStored, waits: this.#gate.isHolding }));
  }

  #retryNow(): void {
    if (this.#progress.isConfirmed && !this.#gate.isHolding) return;
    this.#autosaveDelay.reset();
    if (!this.#progress.isUntouched) void this.#send();
  }

  /** What was not sent yet leaves with the page; what is too long for that is in the browser's store. */
  #leave(): void {
    this.#read();
    this.#storeNow();
    if (!this.#progress.isConfirmed) void sendAutosave(this.#unsavedText(), true);
  }

  #warn(event: BeforeUnloadEvent): void {
    this.#read();
    if (!this.#storeNow() && !this.#progress.isConfirmed) event.preventDefault();
  }

  #beforeSubmit(event: SubmitEvent): void {
    this.#read();
    const { submitter } = event;
    if (this.#gate.lets(this.#progress.isUntouched)) {
      this.#sendOut(submitter);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    this.#gate.hold(submitter);
    // Not beside another save: its answer names the version to base this one on, so nobody merges with their own text.
    if (!this.#gate.isOut) void this.#autosaveThenSubmit();
  }

  #sendOut(submitter: HTMLElement | null): void {
    this.#gate.sendOut(submitter);
    window.clearTimeout(this.#timers.out);
    this.#timers.out = window.setTimeout(() => this.answered(), OUT_FOR_MS);
    this.#sentText = this.#text;
    nameVersionAndDraft(this.form, this.#basedOn, this.#progress);
  }

  async #autosaveThenSubmit(): Promise<void> {
    // An autosave may be under way: its answer too shows whether the server is there.
    for (let waits = 0; this.#isSending && waits < MAX_AUTOSAVE_WAITS; waits += 1)
      await new Promise((go) => setTimeout(go, WAIT_FOR_AUTOSAVE_MS));
    const result = await this.#send();
    if (!answeredFailures.includes(result)) return;
    this.#submitHeld();
    this.#report(result, this.#storeNow());
  }

  #submitHeld(): void {
    const held = this.#gate.release();
    if (held) this.form.requestSubmit(held.submitter?.isConnected ? held.submitter : null);
  }

  /** React resets a form to its former values when its action is done. What is typed stays until it is saved. */
  #beforeReset(event: Event): void {
    event.preventDefault();
    this.#read();
  }

  /** The editor has put the body into another field, and nobody has typed: there is nothing to save. */
  #acceptMovedBody(): void {
    const now = typedFieldsJson(this.form);
    if (this.#progress.isUntouched && this.#text !== '' && differInBodyOnly(this.#text, now))
      this.#text = now;
  }
}
