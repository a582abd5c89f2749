import { z } from 'zod';
import { atMostSince, thisMoment, type Moment } from './elapsed.ts';
import { Patience } from './patience.ts';
import { PreconditionFailedError, type DocumentStore, type StoredDocument } from './port.ts';

export interface LeaseOptions {
  store: DocumentStore;
  /** The document that says who holds it. */
  place: { partition: string; id: string };
  type: string;
  /** Unique among all processes there ever were. */
  owner: string;
  /** How long it holds without a sign of life. */
  termMs: number;
  report: (error: unknown) => void;
  stop: AbortSignal;
}

const leaseBody = z.object({
  /** What its holder keeps with it. */
  token: z.string().optional(),
  /** Nobody when absent. */
  owner: z.string().optional(),
  /** Another one each time it is taken. */
  claim: z.string().optional(),
});

interface Held {
  claim: string;
  etag: string;
  /** On our clocks, when the last sign of life that arrived was sent. */
  aliveAt: Moment;
}

/**
 * One holder at a time, among processes that share a store. No two clocks are compared: a holder believes in its
 * lease for a term after it *sent* its last sign of life, and another takes it only after a term in which it *saw*
 * none, which began later. All that is needed is that clocks run equally fast, or that a machine that slept knows by
 * its wall clock that it did. Whatever the clocks do, each write of
 * it names the etag of the one before: who has lost it can no longer move the token.
 */
export class Lease {
  readonly #options: LeaseOptions;
  readonly #patience: Patience;
  #held: Held | undefined;
  #token: string | undefined;
  #beat: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(options: LeaseOptions) {
    this.#options = options;
    this.#patience = new Patience(options.report, options.stop);
  }

  /**
   * Resolves when it is ours, which may take long.
   * @param onOthers told that somebody else holds it, each time that is seen
   * @returns what the one before kept with it; `undefined` when stopped before
   */
  async claim(onOthers: () => void): Promise<{ token: string | undefined } | undefined> {
    this.#drop();
    const { store, place, termMs, stop } = this.#options;
    let seen: { etag: string; at: number } | undefined;
    while (!stop.aborted) {
      const looked = await this.#patience.untilDone(async () => {
        const document = await store.read(place.partition, place.id);
        return { document, body: leaseBody.parse(document?.body ?? {}) };
      });
      if (!looked) return undefined;
      const { document } = looked;
      const { owner, token } = looked.body;
      if (document && seen?.etag !== document.etag) seen = { etag: document.etag, at: performance.now() };
      const isFree = owner === undefined || (seen && performance.now() - seen.at >= termMs);
      if (isFree && (await this.#take(document, token))) return { token };
      if (!isFree) onOthers();
      await this.#patience.rest(termMs / 10);
    }
    return undefined;
  }

  /** Whether it is certainly ours. */
  held(): boolean {
    // Some of the term is left for what is begun in the last moment.
    return this.#held !== undefined && atMostSince(this.#held.aliveAt) < this.#options.termMs * 0.9;
  }

  /** What to keep with it; written with the next sign of life, or by {@link write}. */
  keep(token: string): void {
    if (this.#held) this.#token = token;
  }

  /** Gives a sign of life now. Resolves when it, and all before it, are done or have failed. */
  write(): Promise<void> {
    this.#writing = this.#writing.then(async () => {
      await this.#writeBody(true).catch((error: unknown) => this.#options.report(error));
    });
    return this.#writing;
  }

  /** Lets go of it, so that another need not wait. */
  async release(): Promise<void> {
    clearInterval(this.#beat);
    await this.#writing;
    if (this.held()) await this.#writeBody(false).catch((error: unknown) => this.#options.report(error));
    this.#drop();
  }

  #drop(): void {
    clearInterval(this.#beat);
    this.#held = undefined;
  }

  async #take(document: StoredDocument | undefined, token: string | undefined): Promise<boolean> {
    const claim = crypto.randomUUID();
    const aliveAt = thisMoment();
    try {
      const etag = await this.#commit({ token, owner: this.#options.owner, claim }, document?.etag);
      this.#held = { claim, etag, aliveAt };
      this.#token = token;
      this.#beat = setInterval(() => void this.write(), this.#options.termMs / 3);
      return true;
    } catch (error) {
      if (!(error instanceof PreconditionFailedError)) this.#options.report(error);
      return false;
    }
  }

  async #writeBody(goOn: boolean): Promise<void> {
    if (!this.#held) return;
    const { claim, etag } = this.#held;
    const mine = goOn ? { owner: this.#options.owner, claim } : {};
    const aliveAt = thisMoment();
    try {
      const next = await this.#commit({ token: this.#token, ...mine }, etag);
      if (this.#holds(claim)) this.#held = { claim, etag: next, aliveAt };
    } catch (error) {
      if (!(error instanceof PreconditionFailedError)) throw error;
      if (await this.#catchUp(claim)) await this.#writeBody(goOn);
    }
  }

  /** After an answer that never came: whether the document that we don't know is our own. */
  async #catchUp(claim: string): Promise<boolean> {
    const { store, place } = this.#options;
    const document = await store.read(place.partition, place.id);
    const isOurs = document !== undefined && leaseBody.parse(document.body).claim === claim;
    if (this.#held?.claim !== claim) return false;
    if (isOurs && document.etag !== this.#held.etag) {
      this.#held = { ...this.#held, etag: document.etag };
      return true;
    }
    if (!isOurs) this.#drop();
    return false;
  }

  #holds(claim: string): boolean {
    return this.#held?.claim === claim;
  }

  async #commit(body: z.infer<typeof leaseBody>, etag: string | undefined): Promise<string> {
    const { store, place, type } = this.#options;
    const written = { id: place.id, type, body };
    const etags = await store.commit(place.partition, [
      etag === undefined ? { kind: 'create', ...written } : { kind: 'replace', ...written, etag },
    ]);
    return etags.get(place.id) ?? '';
  }
}
