import { forgetLocally, leftBehind } from './local-store';
import { RetryDelay } from './retry-delay';
import { sendAutosave } from './send-autosave';

interface DraftRecoveryOptions {
  member: number;
  /** The tab of the form that is open now: its text is no left one. */
  currentTab: () => string;
  /** Texts have reached the server: there is something to offer. */
  onRecovered: () => void;
}

/** Sends the texts that earlier pages left in the browser, and tries again until the server has each of them. */
export class DraftRecovery {
  #timer: number | undefined;
  #isStopped = false;

  constructor(private readonly options: DraftRecoveryOptions) {}

  async run(delay = new RetryDelay()): Promise<void> {
    let recovered = 0;
    let isServerAway = false;
    for (const text of leftBehind(this.options.member, this.options.currentTab())) {
      const result = await sendAutosave(text);
      if (result === 'saved') {
        forgetLocally(text);
        recovered += 1;
      } else if (result === 'offline' || result === 'signed-out' || result === 'full') isServerAway = true;
    }
    if (this.#isStopped) return;
    if (recovered > 0) this.options.onRecovered();
    if (isServerAway) this.#timer = window.setTimeout(() => this.run(delay), delay.next());
  }

  stop(): void {
    this.#isStopped = true;
    window.clearTimeout(this.#timer);
  }
}
