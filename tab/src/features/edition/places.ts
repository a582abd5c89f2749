/** Where in an edition somebody writes, and where the findings of each place begin in the edition file. */
const places = {
  dates: [
    'name',
    'id',
    'numberPrefix',
    'zone',
    'opens',
    'closes',
    'referenceDay',
    'maximumAgeYears',
    'remindDaysBefore',
  ],
  categories: ['categories'],
  criteria: [],
  intake: ['steps', 'conditions', 'invitesNominated'],
  texts: ['consent', 'texts'],
  people: [],
  channels: [],
  preview: [],
  check: [],
} as const satisfies Record<string, readonly string[]>;

export type PlaceName = keyof typeof places;

const roundDates = ['name', 'opens', 'closes', 'shortlistSize', 'judgesPerSubmission', 'remindDaysBefore'];

/** Which place a finding is mended at. */
export function placeOf(at: string): PlaceName {
  const [first = '', , field = ''] = at.split('.');
  if (first === 'rounds') return field === '' || roundDates.includes(field) ? 'dates' : 'criteria';
  const found = placeNames.find((name) => places[name].some((beginning) => beginning === first));
  return found ?? 'dates';
}

export const placeNames = [
  'dates',
  'categories',
  'criteria',
  'intake',
  'texts',
  'people',
  'channels',
  'preview',
  'check',
] as const;

/** What stands in the address for a place in an edition. */
export function atOf(editionId: string, place: PlaceName): string {
  return `${editionId}/${place}`;
}

export function readAt(at: string | undefined): { editionId: string; place: PlaceName } | undefined {
  const [editionId = '', name] = (at ?? '').split('/');
  if (editionId === '') return undefined;
  return { editionId, place: placeNames.find((each) => each === name) ?? 'dates' };
}
