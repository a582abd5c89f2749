import { expect, test } from '@jest/globals';
import { markCard } from '../../../bot/teams/mark-card.ts';

const empty = { type: 'Container', id: 'm-1', items: [] };

test.each([
  [
    'the first element',
    [{ type: 'TextBlock', text: 'a' }, { type: 'Image' }],
    [{ type: 'TextBlock', text: 'a', id: 'm-1' }, { type: 'Image' }],
  ],
  [
    'an element before an input',
    [{ type: 'Input.Text', id: 'title' }],
    [empty, { type: 'Input.Text', id: 'title' }],
  ],
  ['an element in an empty card', [], [empty]],
  ['an element in a card without body', undefined, [empty]],
])('the marker is on %s', (_what, body, marked) => {
  const card = { type: 'AdaptiveCard', version: '1.5', body };
  expect(markCard(card, 'm-1')).toEqual({ ...card, body: marked });
});

test('the card that was given is left as it was', () => {
  const card = { body: [{ type: 'TextBlock' }] };
  markCard(card, 'm-1');
  expect(card).toEqual({ body: [{ type: 'TextBlock' }] });
});
