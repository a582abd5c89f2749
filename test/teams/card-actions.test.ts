import { describe, expect, test } from '@jest/globals';
import { actionsOf, filledIn, findAction } from './card-actions.ts';
import { textOf } from './card-text.ts';

const message = {
  text: 'Hallo',
  cards: [
    {
      type: 'AdaptiveCard',
      fallbackText: 'niet te zien',
      body: [
        { type: 'TextBlock', text: 'Wat is de titel?' },
        { type: 'TextBlock', text: 'verborgen', isVisible: false },
        { type: 'FactSet', facts: [{ title: 'Gemeente', value: 'Utrecht' }] },
        { type: 'Input.Text', id: 'title', label: 'Titel', placeholder: 'Kort', value: 'Buurtbus' },
        { type: 'Input.Number', id: 'year', value: 2025 },
        { type: 'Input.Toggle', id: 'agreed', title: 'Akkoord', valueOn: 'ja', valueOff: 'nee' },
        {
          type: 'Input.ChoiceSet',
          id: 'category',
          choices: [{ title: 'Sociaal', value: 'code-1' }],
        },
        {
          type: 'Container',
          selectAction: { type: 'Action.Execute', verb: 'open', data: { row: 3 } },
          items: [{ type: 'Image', altText: 'Een bus', url: 'https://x.example/bus.png' }],
        },
      ],
      actions: [
        { type: 'Action.Submit', title: 'Stop', data: { stop: true }, associatedInputs: 'none' },
        { type: 'Action.Execute', title: 'Volgende', verb: 'next', data: { draft: 'd1', year: '1999' } },
        {
          type: 'Action.ShowCard',
          title: 'Reden',
          card: {
            type: 'AdaptiveCard',
            body: [{ type: 'Input.Text', id: 'reason' }],
            actions: [{ type: 'Action.Execute', title: 'Trek in', verb: 'withdraw' }],
          },
        },
      ],
      refresh: { action: { type: 'Action.Execute', verb: 'refresh', title: 'ook niet' } },
    },
  ],
};

test('the text is what stands on screen', () => {
  expect(textOf(message).split('\n')).toEqual([
    'Hallo',
    'Wat is de titel?',
    'Gemeente',
    'Utrecht',
    'Titel',
    'Kort',
    'Buurtbus',
    'Akkoord',
    'Sociaal',
    'Een bus',
    'Stop',
    'Volgende',
    'Reden',
    'Trek in',
  ]);
});

describe('actions', () => {
  test('are found on the card, behind an element and in a card that unfolds; a refresh is none', () => {
    const names = actionsOf(message).map(({ title, verb }) => title ?? verb);
    expect(names).toEqual(['open', 'Stop', 'Volgende', 'Trek in']);
  });

  test('take the inputs of their card along, over their own data; empty ones stay behind', () => {
    const { data } = filledIn(findAction(message, 'Volgende'), { category: 'code-1' });
    expect(data).toEqual({ draft: 'd1', title: 'Buurtbus', year: '2025', agreed: 'nee', category: 'code-1' });
  });

  test('a field that is cleared stays behind too', () => {
    expect(filledIn(findAction(message, 'next'), { title: '' }).data).not.toHaveProperty('title');
  });

  test('of a card that unfolds take the inputs around it along', () => {
    const { data } = filledIn(findAction(message, 'withdraw'), { reason: 'dubbel' });
    expect(data).toMatchObject({ title: 'Buurtbus', reason: 'dubbel' });
  });

  test('that want no inputs get none', () => {
    expect(filledIn(findAction(message, 'Stop'), {}).data).toEqual({ stop: true });
  });

  test('that are not there are asked for in vain', () => {
    expect(() => findAction(message, 'Weg')).toThrow('the card has no action Weg; it has: "" (open)');
    expect(() => filledIn(findAction(message, 'next'), { reason: 'x' })).toThrow('no input reason');
  });
});
