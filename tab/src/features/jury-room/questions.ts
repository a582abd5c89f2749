import { queryOptions } from '@tanstack/react-query';
import type { JuryRoom } from '../../../../bot/http/contract/jury-room.ts';
import type { Api } from '../../shared/api/create-api.ts';
import { questionKeys } from '../../shared/api/questions.ts';

export const askJuryRoom = (api: Api, categoryId: string) =>
  queryOptions({
    queryKey: questionKeys.juryRoom(categoryId),
    queryFn: ({ signal }) =>
      api.get<JuryRoom>(`/jury-room?category=${encodeURIComponent(categoryId)}`, signal),
  });
