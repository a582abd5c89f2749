import type { EditionDraft, EditionParts } from '../../../../bot/http/contract/edition.ts';
import { ApiError } from '../../shared/api/api-error.ts';

export type Part = keyof EditionParts;

/** How far what was typed is. */
export interface WriterState {
  /** Typed and not kept on the server yet, by part. */
  pending: Partial<EditionParts>;
  /** Parts that somebody else changed meanwhile. */
  conflicts: readonly Part[];
  /** `waiting`: it could not be kept yet and is tried again. */
  mark: 'idle' | 'saving' | 'saved' | 'waiting' | 'refused';
}

export interface WriterWorld {
  /** Keeps a part. @throws ApiError, NoConnectionError */
  send(part: Part, value: EditionParts[Part], basedOn: number): Promise<EditionDraft>;
  /** What the server says it is now. */
  fresh(): Promise<EditionDraft>;
  /** The last that the server said. */
  known(): EditionDraft | undefined;
  keep(draft: EditionDraft): void;
  after(ms: number, act: () => void): () => void;
}

/** Keeps what is typed, a while after the last key, part by part and one at a time; loses nothing on the way. */
export interface DraftWriter {
  state: () => WriterState;
  subscribe: (listener: () => void) => () => void;
  change: <P extends Part>(part: P, value: EditionParts[P]) => void;
  /** At once; done when nothing is left to send. */
  flush(): Promise<void>;
  /** After a conflict. */
  keepMine(part: Part): void;
  takeTheirs(part: Part): void;
}

const typingMs = 700;
const againMs = 5_000;

export function createDraftWriter(world: WriterWorld): DraftWriter {
  let state: WriterState = { pending: {}, conflicts: [], mark: 'idle' };
  const listeners = new Set<() => void>();
  let stopWaiting = () => {};
  let sending: Promise<void> | undefined;
  /** Which revision was on the screen when somebody began to type, by part: what came in since is not theirs. */
  const basedOn = new Map<Part, number>();
  const revisionOf = (part: Part) => world.known()?.revisions[part] ?? 0;

  const set = (changes: Partial<WriterState>) => {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  };
  const without = (part: Part) =>
    Object.fromEntries(Object.entries(state.pending).filter(([name]) => name !== part));
  const next = () => parts(state.pending).find((part) => !state.conflicts.includes(part));
  const sendLater = (ms: number) => {
    stopWaiting();
    stopWaiting = world.after(ms, () => void flush());
  };

  /** @returns whether to go on with the next */
  const sendOne = async (part: Part): Promise<boolean> => {
    const value = state.pending[part];
    try {
      const kept = await world.send(part, value, basedOn.get(part) ?? 0);
      world.keep(kept);
      basedOn.set(part, kept.revisions[part] ?? 0);
      if (state.pending[part] === value) set({ pending: without(part) });
      return true;
    } catch (error) {
      if (error instanceof ApiError && error.code === 'changed-meanwhile') {
        world.keep(await world.fresh());
        set({ conflicts: [...state.conflicts, part] });
        return true;
      }
      const isFinal = error instanceof ApiError && error.status < 500 && error.status !== 429;
      set({ mark: isFinal ? 'refused' : 'waiting' });
      if (!isFinal) sendLater(againMs);
      return false;
    }
  };

  const sendAll = async () => {
    set({ mark: 'saving' });
    for (let part = next(); part !== undefined; part = next()) {
      if (!(await sendOne(part))) return;
    }
    set({ mark: 'saved' });
  };

  const flush = (): Promise<void> => {
    stopWaiting();
    if (next() === undefined) return sending ?? Promise.resolve();
    sending ??= sendAll().finally(() => {
      sending = undefined;
    });
    return sending;
  };

  const settle = (part: Part) => ({ conflicts: state.conflicts.filter((each) => each !== part) });
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(part, value) {
      if (!(part in state.pending)) basedOn.set(part, revisionOf(part));
      set({ pending: { ...state.pending, [part]: value } });
      sendLater(typingMs);
    },
    flush,
    keepMine(part) {
      basedOn.set(part, revisionOf(part));
      set(settle(part));
      void flush();
    },
    takeTheirs(part) {
      set({ ...settle(part), pending: without(part) });
    },
  };
}

function parts(pending: Partial<EditionParts>): Part[] {
  // @NOTE nothing else is ever pending
  return Object.keys(pending) as Part[];
}
