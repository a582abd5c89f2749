import { z } from 'zod';
import type { Erasure } from '../../domain/erasure/marks.ts';
import { collection } from '../collection.ts';

/** Erasures that are under way: the only place where somebody and their pseudonym stand together, until it is done. */
export const erasurePartition = 'erasures';

const texts = z.array(z.string());

const erasure: z.ZodType<Erasure> = z.object({
  pseudonym: z.string(),
  marks: z.object({
    id: z.string().optional(),
    teams: texts,
    mails: texts,
    invitations: texts,
    phones: texts,
    names: texts,
  }),
  words: z.object({ name: z.string(), contact: z.string(), detail: z.string(), said: z.string() }),
  startedAt: z.iso.datetime(),
});

/** Under its pseudonym. */
export const erasures = collection('erasure', erasure);

const aDay = 24 * 60 * 60;

/**
 * Says to whoever reads the feed that what stood under this id is gone, and is gone itself a day later: deletions are
 * not in the feed.
 */
export const tombstones = collection('erased', z.object({}), { ttlSeconds: aDay });
