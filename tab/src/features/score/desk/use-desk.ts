import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { JudgeList, Judging } from '../../../../../bot/http/contract/judging.ts';
import { useApi } from '../../../shared/api/api-context.ts';
import { ApiError } from '../../../shared/api/api-error.ts';
import type { Api } from '../../../shared/api/create-api.ts';
import { questionKeys } from '../../../shared/api/questions.ts';
import type { Task } from '../list-order.ts';
import { sendSheet } from '../questions.ts';
import type { SheetDesk } from './sheet-desk.ts';
import { createSheetDesk } from './sheet-desk.ts';
import { createUnsentStore } from './unsent.ts';

/** Also while another screen is shown: what was typed is still on its way. */
const desks = new WeakMap<Api, SheetDesk>();

/** The desk of who is signed in; what waits is sent when the connection comes back and when the page is left. */
export function useDesk(): SheetDesk {
  const api = useApi();
  const client = useQueryClient();
  const [desk] = useState(() => deskOf(api, client));
  useEffect(() => {
    const hidden = () => document.visibilityState === 'hidden' && desk.sendAll();
    window.addEventListener('online', desk.sendAll);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      window.removeEventListener('online', desk.sendAll);
      document.removeEventListener('visibilitychange', hidden);
      desk.sendAll();
    };
  }, [desk]);
  return desk;
}

/** The server's answer to an act is what the list and the sheet say from now on. */
export function tellAnswer(client: QueryClient, submissionId: string, answer: Judging): void {
  client.setQueryData(questionKeys.sheet(submissionId), answer);
  client.setQueryData<JudgeList>(questionKeys.judgeList, (list) => {
    if (list === undefined) return list;
    const { sheet, abstention } = answer;
    const state = abstention?.status === 'abstained' ? 'abstained' : (sheet?.status ?? 'none');
    const tasks = list.tasks.map((task): Task =>
      task.submission.id === submissionId ? { ...task, state } : task,
    );
    return { ...list, tasks };
  });
}

function deskOf(api: Api, client: QueryClient): SheetDesk {
  const known = desks.get(api);
  if (known !== undefined) return known;
  const desk = createSheetDesk({
    send: (submissionId, body) => sendSheet(api, submissionId, body),
    refusalOf,
    onAnswer: (submissionId, answer) => tellAnswer(client, submissionId, answer),
    unsent: createUnsentStore(sessionStorageIfAny()),
  });
  desks.set(api, desk);
  return desk;
}

/** A sign-in that ended, a busy or a failing server can be tried again. */
function refusalOf(error: unknown): string | undefined {
  if (!(error instanceof ApiError) || error.status >= 500) return undefined;
  return [401, 429].includes(error.status) ? undefined : error.code;
}

/** The session's storage, where the browser allows it to a page in a frame. */
function sessionStorageIfAny(): Storage | undefined {
  try {
    return window.sessionStorage;
  } catch (error) {
    console.info('no session storage', error);
    return undefined;
  }
}
