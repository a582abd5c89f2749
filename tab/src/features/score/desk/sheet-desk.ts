import type { Judging, SheetBody } from '../../../../../bot/http/contract/judging.ts';
import type { Content } from './content.ts';
import { isTooLong, storedIn } from './content.ts';
import type { DeskSheet, Keeping } from './desk-sheet.ts';
import { answered, heard, isChanged, isDraft, opened, revisionOf, takenIn } from './desk-sheet.ts';
import type { UnsentStore } from './unsent.ts';

interface DeskPorts {
  send(submissionId: string, body: SheetBody): Promise<Judging>;
  /** The code of a refusal; `undefined` when sending again may help. */
  refusalOf(error: unknown): string | undefined;
  /** What the server answered is news for what else is on screen. */
  onAnswer(submissionId: string, answer: Judging): void;
  unsent: UnsentStore;
  /** After the last change, before it is sent; and before what failed is sent again. */
  pauseMs?: number;
  retryMs?: number;
}

/** The sheets that lie open on this device: nothing that was typed leaves it before the server has it. */
export interface SheetDesk {
  read(submissionId: string): DeskSheet | undefined;
  subscribe: (changed: () => void) => () => void;
  /** The server was asked, for the first time or again. */
  hear(submissionId: string, answer: Judging): void;
  type(submissionId: string, content: Content): void;
  /** Sends drafts at once. */
  sendAll: () => void;
  /** Sends a draft at once, and waits until it was. */
  settle(submissionId: string): Promise<void>;
  /** @returns whether it is in; why not is on the sheet */
  handIn(submissionId: string): Promise<boolean>;
  /** Takes in what another device stored. */
  takeNewer(submissionId: string): void;
  /** Back to what was handed in. */
  putBack(submissionId: string): void;
}

export function createSheetDesk(ports: DeskPorts): SheetDesk {
  const { pauseMs = 1_000, retryMs = 5_000, unsent } = ports;
  const sheets = new Map<string, DeskSheet>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const busy = new Map<string, Promise<unknown>>();
  const listeners = new Set<() => void>();

  const put = (id: string, sheet: DeskSheet) => {
    sheets.set(id, sheet);
    const { known, content } = sheet;
    if (isChanged(sheet)) unsent.keep(known, { content, base: storedIn(known), basedOn: revisionOf(known) });
    else unsent.drop(known);
    for (const changed of listeners) changed();
  };
  const keep = (id: string, keeping: Keeping) => {
    const sheet = sheets.get(id);
    if (sheet !== undefined) put(id, { ...sheet, keeping });
  };
  const later = (id: string, ms: number) => {
    clearTimeout(timers.get(id));
    timers.set(
      id,
      setTimeout(() => void sendDraft(id), ms),
    );
  };
  const mayWait = (sheet: DeskSheet) => isDraft(sheet) && isChanged(sheet) && !isTooLong(sheet.content);
  /** A draft that is not with the server is on its way to it. */
  const plan = (id: string, ms = pauseMs) => {
    const sheet = sheets.get(id);
    // What was refused is sent again when something else was typed.
    if (sheet === undefined || busy.has(id) || !mayWait(sheet) || sheet.keeping.kind === 'refused') return;
    if (sheet.keeping.kind !== 'failed') keep(id, { kind: 'waiting' });
    later(id, ms);
  };

  const sendDraft = async (id: string) => {
    const sheet = sheets.get(id);
    if (sheet === undefined || busy.has(id) || !mayWait(sheet)) return;
    await send(id, 'save');
    plan(id, sheets.get(id)?.keeping.kind === 'failed' ? retryMs : pauseMs);
  };

  const send = async (id: string, wish: 'save' | 'hand-in'): Promise<Judging | undefined> => {
    clearTimeout(timers.get(id));
    const sheet = sheets.get(id);
    if (sheet === undefined) return undefined;
    keep(id, { kind: 'sending', wish });
    const { content, known } = sheet;
    const body = { roundId: known.round.id, content, wish, basedOn: revisionOf(known) };
    const sending = ports.send(id, body);
    busy.set(id, sending);
    try {
      const answer = await sending;
      busy.delete(id);
      put(id, answered(sheets.get(id) ?? sheet, answer));
      ports.onAnswer(id, answer);
      return answer;
    } catch (error) {
      busy.delete(id);
      const code = ports.refusalOf(error);
      keep(id, code === undefined ? { kind: 'failed', wish } : { kind: 'refused', code });
      if (code === undefined) console.info('a sheet did not reach the server', error);
      return undefined;
    }
  };

  return {
    read: (id) => sheets.get(id),
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    hear: (id, answer) => {
      // What is on its way brings its own answer.
      if (busy.has(id)) return;
      const sheet = sheets.get(id);
      const isSame = sheet !== undefined && sheet.known.round.id === answer.round.id;
      put(id, isSame ? heard(sheet, answer) : opened(answer, unsent.read(answer)));
      plan(id);
    },
    type: (id, content) => {
      const sheet = sheets.get(id);
      if (sheet === undefined) return;
      const keeping: Keeping = sheet.keeping.kind === 'sending' ? sheet.keeping : { kind: 'still' };
      put(id, { ...sheet, content, keeping });
      plan(id);
    },
    sendAll: () => {
      for (const id of sheets.keys()) void sendDraft(id);
    },
    settle: async (id) => {
      await busy.get(id)?.catch(() => undefined);
      await sendDraft(id);
    },
    handIn: async (id) => {
      clearTimeout(timers.get(id));
      await busy.get(id)?.catch(() => undefined);
      const answer = await send(id, 'hand-in');
      plan(id);
      return answer?.event === 'handed-in';
    },
    takeNewer: (id) => {
      const sheet = sheets.get(id);
      if (sheet?.newer === undefined) return;
      put(id, takenIn(sheet, sheet.newer));
      plan(id);
    },
    putBack: (id) => {
      const sheet = sheets.get(id);
      if (sheet !== undefined) {
        put(id, {
          ...{ ...sheet, content: storedIn(sheet.known) },
          ...{ merged: false, chosenHere: {}, keeping: { kind: 'still' } },
        });
      }
    },
  };
}
