import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { EditionDraft, EditionParts } from '../../../../bot/http/contract/edition.ts';
import { useApi } from '../../shared/api/api-context.ts';
import type { DraftWriter, Part, WriterState } from './draft-writer.ts';
import { createDraftWriter } from './draft-writer.ts';
import { askDraft, editionKeys, pathOf } from './questions.ts';

/** An edition as it stands on this screen: what the server has, and what was typed since. */
export interface Writing {
  draft: EditionDraft;
  parts: EditionParts;
  state: WriterState;
  writer: DraftWriter;
  change: <P extends Part>(part: P, value: EditionParts[P]) => void;
}

export function useDraftWriter(id: string): DraftWriter {
  const api = useApi();
  const client = useQueryClient();
  const [writer] = useState(() => {
    const keep = (draft: EditionDraft) => client.setQueryData(editionKeys.draft(id), draft);
    return createDraftWriter({
      send: (part, value, basedOn) => api.post<EditionDraft>(`${pathOf(id)}/save`, { part, value, basedOn }),
      fresh: () => client.query({ ...askDraft(api, id), staleTime: 0 }),
      known: () => client.getQueryData<EditionDraft>(editionKeys.draft(id)),
      keep,
      after: (ms, act) => {
        const timer = setTimeout(act, ms);
        return () => clearTimeout(timer);
      },
    });
  });
  useEffect(() => {
    const flush = () => void writer.flush();
    const events = ['online', 'pagehide'] as const;
    for (const event of events) window.addEventListener(event, flush);
    return () => {
      for (const event of events) window.removeEventListener(event, flush);
      flush();
    };
  }, [writer]);
  return writer;
}

export function useWriting(draft: EditionDraft, writer: DraftWriter): Writing {
  const state = useSyncExternalStore(writer.subscribe, writer.state);
  return { draft, writer, state, parts: { ...draft.parts, ...state.pending }, change: writer.change };
}
