import { expect, test } from '@jest/globals';
import { expandCard } from '../../bot/cards/expand-card.ts';
import { peopleInvitationsDrawing } from '../../bot/cards/people-invitations-drawing.ts';
import { peopleListDrawing } from '../../bot/cards/people-list-drawing.ts';
import { bytesOf, readJson } from './card-files.ts';
import { peopleSamples, view } from './people-samples.ts';

test.each(Object.entries(peopleSamples))('the samples of %s are as it is drawn now', (card, samples) => {
  for (const [name, values] of Object.entries(samples)) {
    expect(readJson(`${card}/${name}.json`)).toEqual(JSON.parse(JSON.stringify(values)));
  }
});

test('the longest names and addresses fit on a card', () => {
  const [invitation] = view.invitations;
  const name = '*'.repeat(300);
  const mail = `${'_'.repeat(200)}@${'a'.repeat(40)}.example`;
  const people = Array.from({ length: 40 }, (_, index) => ({
    ...{ tenantId: 't'.repeat(36), objectId: `${'o'.repeat(34)}${String(index)}`, name },
    ...{ roles: ['juror' as const], organisation: 'GM0344' },
  }));
  const invitations = Array.from({ length: 40 }, (_, index) => ({
    ...{ id: `invitation:${String(index).padEnd(43, 'x')}`, etag: '1' },
    value: { ...(invitation ?? fail()).value, name, mail },
  }));
  const long = { ...view, places: people, invitations };
  for (const { template, values } of [peopleListDrawing(long, 'nl'), peopleInvitationsDrawing(long, 'nl')]) {
    expect(bytesOf(expandCard(template, values))).toBeLessThan(20_480);
  }
});

function fail(): never {
  throw new Error('there is no invitation in the sample');
}
