import type { DocumentStore } from '../../../bot/store/port.ts';
import { delegatingStore } from './delegating-store.ts';

/** A store that a process can be cut off from, in the midst of its life. */
export function severableStore(whole: DocumentStore): { cut: { isCut: boolean }; store: DocumentStore } {
  const cut = { isCut: false };
  const unlessCut = <T>(work: () => Promise<T>) =>
    cut.isCut ? Promise.reject(new Error('cut off')) : work();
  const store = delegatingStore(whole, {
    read: (...args) => unlessCut(() => whole.read(...args)),
    commit: (...args) => unlessCut(() => whole.commit(...args)),
  });
  return { cut, store };
}
