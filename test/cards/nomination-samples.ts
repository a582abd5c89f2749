import { nominationInvitationDrawing, nominationPostDrawing } from '../../bot/cards/nomination-cards.ts';
import type { NominationView } from '../../bot/use-cases/submitting/view-nomination.ts';
import { edition, submission } from '../bot/domain/examples.ts';
import { tabLink } from './jury-samples.ts';

/** The cards of nominations as people meet them, to look at and to test. */

const view: NominationView = {
  edition: edition(),
  submission: submission({
    whose: 'nominated',
    participant: { kind: 'municipality', code: 'GM0193' },
    contactThere: { name: 'Mehmet Yilmaz', mail: 'mehmet@zwolle.example', phone: '+31612345678' },
  }),
  nominator: 'Sanne de Wit',
};
const said = (answer: 'confirmed' | 'declined'): NominationView => ({
  ...view,
  answer: { answer, by: 'tenant:mehmet', name: 'Mehmet Yilmaz', at: '2026-11-23T09:00:00.000Z' },
});
const withdrawn = { ...view, submission: { ...view.submission, status: 'withdrawn' } } as const;

/** By card, then by file name without `.json`. */
export const nominationSamples: Record<string, Record<string, object>> = {
  'nomination-post': {
    sample: nominationPostDrawing(view, tabLink).values,
    'sample.confirmed': nominationPostDrawing(said('confirmed'), tabLink).values,
    'sample.declined': nominationPostDrawing(said('declined'), tabLink).values,
  },
  'nomination-invitation': {
    sample: nominationInvitationDrawing(view, 'nl').values,
    'sample.english': nominationInvitationDrawing(view, 'en').values,
    'sample.confirmed': nominationInvitationDrawing(said('confirmed'), 'nl').values,
    'sample.declined': nominationInvitationDrawing(said('declined'), 'nl').values,
    'sample.withdrawn': nominationInvitationDrawing(withdrawn, 'nl').values,
  },
};
