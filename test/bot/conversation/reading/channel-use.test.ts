import { expect, test } from '@jest/globals';
import { readChannelUse } from '../../../../bot/conversation/reading/read-channel-use.ts';

test.each([
  ['dit is het jurykanaal', { kind: 'bind', use: 'jury' }],
  ['Dit is het jury-kanaal.', { kind: 'bind', use: 'jury' }],
  ['dit is vanaf nu het jurykanaal graag', { kind: 'bind', use: 'jury' }],
  ['this is the jury channel', { kind: 'bind', use: 'jury' }],
  ['gebruik dit kanaal voor de jury', { kind: 'bind', use: 'jury' }],
  ['dit is het jurykanaal voor alle categorieën', { kind: 'bind', use: 'jury' }],
  ['dit is het jurykanaal voor Direct', { kind: 'bind', use: 'jury', category: 'direct' }],
  [
    'Dit is het jurykanaal voor de categorie Sociaal domein!',
    { kind: 'bind', use: 'jury', category: 'sociaal domein' },
  ],
  ['dit is het jurykanaal Direct', { kind: 'bind', use: 'jury', category: 'direct' }],
  ['dit is het Direct jurykanaal', { kind: 'bind', use: 'jury', category: 'direct' }],
  ['dit is het kanaal van de jury van Indirect', { kind: 'bind', use: 'jury', category: 'indirect' }],
  ['this is the jury channel for Direct please', { kind: 'bind', use: 'jury', category: 'direct' }],
  ['this is the Direct jury channel', { kind: 'bind', use: 'jury', category: 'direct' }],
  ['dit is het organisatiekanaal', { kind: 'bind', use: 'organisers' }],
  ['dit is niet langer het jurykanaal', { kind: 'unbind', use: 'jury' }],
  ['dit is niet meer het jurykanaal voor Direct', { kind: 'unbind', use: 'jury', category: 'direct' }],
  ['dit is geen jurykanaal meer', { kind: 'unbind', use: 'jury' }],
  ['this is no longer the jury channel', { kind: 'unbind', use: 'jury' }],
  ['this is not the jury channel any more', { kind: 'unbind', use: 'jury' }],
  ['dit is niet langer het organisatiekanaal', { kind: 'unbind', use: 'organisers' }],
  ['ontkoppel dit kanaal', { kind: 'unbind' }],
  ['Ontkoppel het jurykanaal', { kind: 'unbind', use: 'jury' }],
  ['koppel dit kanaal los', { kind: 'unbind' }],
  ['unlink this channel', { kind: 'unbind' }],
  ['plaats de inzendingen opnieuw', { kind: 'place-anew' }],
  ['Plaats alle inzendingen opnieuw graag', { kind: 'place-anew' }],
  ['post the submissions again', { kind: 'place-anew' }],
  ['dit is een vraag', undefined],
  ['dit is niet leuk', undefined],
  ['hoe werkt het jurykanaal', undefined],
  ['ik plaats opnieuw een bericht', undefined],
])('%j', (said, wish) => {
  expect(readChannelUse(said)).toEqual(wish);
});
