import type { Cut, CutChange, CutDone } from '../../../../bot/http/contract/cut.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useApi } from '../../shared/api/api-context.ts';
import { questionKeys } from '../../shared/api/questions.ts';
import { useMe } from '../../shared/me/me-context.ts';
import { cutKey } from './questions.ts';
import { withDecisions } from './with-decisions.ts';

type CutWish = { act: 'change'; change: CutChange['change'] } | { act: 'propose' | 'fix' };

export interface CutAct {
  run: (wish: CutWish, then?: () => void) => void;
  isBusy: boolean;
  /** Somebody was first: nothing was done, and what is shown is what is there now. */
  isChanged: boolean;
  error: Error | undefined;
  reset: () => void;
}

/** Does something to a cut; what can be taken back is shown at once, and put right when it turns out otherwise. */
export function useCutAct(cut: Cut): CutAct {
  const api = useApi();
  const client = useQueryClient();
  const { name } = useMe();
  const queryKey = cutKey(cut);
  // The same wish asked again, because no answer came, is the same command.
  const command = useRef<{ wish: string; key: string }>(undefined);
  const mutation = useMutation({
    networkMode: 'always',
    mutationFn: (wish: CutWish) => {
      const { roundId, categoryId, revision, seen } = cut;
      const text = JSON.stringify([wish, revision]);
      if (command.current?.wish !== text) command.current = { wish: text, key: crypto.randomUUID() };
      const body = { roundId, categoryId, basedOn: revision, key: command.current.key };
      return wish.act === 'change'
        ? api.post<CutDone>('/cut/change', { ...body, change: wish.change })
        : api.post<CutDone>(`/cut/${wish.act}`, { ...body, seen });
    },
    onMutate: async (wish) => {
      await client.cancelQueries({ queryKey });
      const soon = wish.act === 'change' ? soonDecided(cut, wish.change, name) : undefined;
      if (soon !== undefined) client.setQueryData<Cut>(queryKey, soon);
    },
    onSuccess: ({ cut: now }) => {
      client.setQueryData<Cut>(queryKey, now);
      void client.invalidateQueries({ queryKey: questionKeys.cuts });
    },
    onError: () => {
      client.setQueryData<Cut>(queryKey, cut);
      void client.invalidateQueries({ queryKey });
    },
  });
  return {
    run: (wish, then) =>
      mutation.mutate(wish, { onSuccess: ({ kind }) => (kind === 'done' ? then?.() : undefined) }),
    isBusy: mutation.isPending,
    isChanged: mutation.data?.kind === 'changed',
    error: mutation.error ?? undefined,
    reset: () => mutation.reset(),
  };
}

function soonDecided(cut: Cut, change: CutChange['change'], by: string): Cut | undefined {
  switch (change.kind) {
    case 'decide': {
      const decision = { ...change.wish, reason: change.reason, by, at: new Date().toISOString() };
      return withDecisions(cut, [...cut.decisions, decision]);
    }
    case 'undo':
      return withDecisions(
        cut,
        cut.decisions.filter((_each, index) => index !== change.which),
      );
    case 'set-rule':
      return undefined;
    default:
      return change satisfies never;
  }
}
