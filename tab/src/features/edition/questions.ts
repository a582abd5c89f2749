import { queryOptions } from '@tanstack/react-query';
import type {
  EditionDraft,
  EditionPlan,
  EditionPreview,
  Editions,
} from '../../../../bot/http/contract/edition.ts';
import type { EditionChannels, EditionPeople } from '../../../../bot/http/contract/edition-people.ts';
import type { Api } from '../../shared/api/create-api.ts';
import { questionKeys } from '../../shared/api/questions.ts';

const [key] = questionKeys.editions;

export const editionKeys = {
  all: questionKeys.editions,
  overview: [key, 'overview'],
  draft: (id: string) => [key, 'draft', id],
  plan: (id: string) => [key, 'plan', id],
  people: (id: string) => [key, 'people', id],
  channels: [key, 'channels'],
  previews: (id: string) => [key, 'preview', id],
} as const;

export const pathOf = (id: string) => `/editions/${encodeURIComponent(id)}`;

export const askEditions = (api: Api) =>
  queryOptions({
    queryKey: editionKeys.overview,
    queryFn: ({ signal }) => api.get<Editions>('/editions', signal),
  });

export const askDraft = (api: Api, id: string) =>
  queryOptions({
    queryKey: editionKeys.draft(id),
    queryFn: ({ signal }) => api.get<EditionDraft>(pathOf(id), signal),
  });

/** What would change: asked anew each time that somebody looks. */
export const askPlan = (api: Api, id: string) =>
  queryOptions({
    queryKey: editionKeys.plan(id),
    queryFn: ({ signal }) => api.get<EditionPlan>(`${pathOf(id)}/plan`, signal),
    staleTime: 0,
  });

export const askPreview = (api: Api, id: string, language: 'nl' | 'en') =>
  queryOptions({
    queryKey: [...editionKeys.previews(id), language],
    queryFn: ({ signal }) => api.get<EditionPreview>(`${pathOf(id)}/preview?language=${language}`, signal),
    staleTime: 0,
  });

export const askPeople = (api: Api, id: string) =>
  queryOptions({
    queryKey: editionKeys.people(id),
    queryFn: ({ signal }) => api.get<EditionPeople>(`${pathOf(id)}/people`, signal),
  });

export const askChannels = (api: Api) =>
  queryOptions({
    queryKey: editionKeys.channels,
    queryFn: ({ signal }) => api.get<EditionChannels>('/channels', signal),
  });
