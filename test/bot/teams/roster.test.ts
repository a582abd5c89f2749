import { expect, test } from '@jest/globals';
import type { CallMicrosoft } from '../../../bot/teams/call-microsoft.ts';
import { teamsRoster } from '../../../bot/teams/roster.ts';

const channel = { serviceUrl: 'https://smba.example/emea/', conversationId: '19:a@thread.tacv2' };
const inTurn = <T>(call: () => Promise<T>) => call();

function answering(bodies: unknown[], status = 200) {
  const urls: string[] = [];
  const call: CallMicrosoft = async ({ url }) => {
    urls.push(url);
    return { kind: 'answered', status, headers: new Headers(), body: bodies[urls.length - 1] };
  };
  return { roster: teamsRoster(call), urls };
}

test.each([
  [{ email: 'Jan@x.nl', userPrincipalName: 'jan@tenant.example' }, 'Jan@x.nl'],
  [{ email: null, userPrincipalName: 'jan@tenant.example' }, 'jan@tenant.example'],
  [{ email: '', userPrincipalName: 'jan_de_wit_x.nl#EXT#@tenant.example' }, 'jan_de_wit@x.nl'],
  [{ userPrincipalName: 'jan_x.nl#ext#@tenant.example' }, 'jan@x.nl'],
  [{ email: 'jan_x.nl#EXT#@tenant.example' }, 'jan@x.nl'],
  [{}, undefined],
])('the address of %j is %j', async (member, mail) => {
  const { roster } = answering([{ name: 'Jan', aadObjectId: 'ABC', ...member }]);
  expect(await roster.profileOf(channel, '29:jan')).toEqual({
    ...{ name: 'Jan', objectId: 'abc' },
    ...(mail !== undefined && { mail }),
  });
});

test('the members of a channel come page by page, people only', async () => {
  const { roster, urls } = answering([
    {
      members: [
        { id: '29:jan', name: 'Jan', aadObjectId: 'JAN' },
        { id: '28:bot', name: 'Bot' },
      ],
      continuationToken: 'a b',
    },
    { members: [{ id: '29:piet', name: 'Piet', objectId: 'piet', email: 'piet@x.nl' }] },
  ]);
  expect(await roster.membersOf(channel, inTurn)).toEqual([
    { name: 'Jan', objectId: 'jan', teamsUserId: '29:jan' },
    { name: 'Piet', objectId: 'piet', teamsUserId: '29:piet', mail: 'piet@x.nl' },
  ]);
  expect(urls.map((url) => new URL(url).search)).toEqual([
    '?pageSize=500',
    '?pageSize=500&continuationToken=a+b',
  ]);
});

test.each([
  ['a refusal', answering([{}], 429)],
  ['something else', answering([{ people: [] }])],
  ['a page that is missing', answering([{ members: [], continuationToken: 'a' }])],
])('after %s nobody is known, rather than some', async (_name, { roster }) => {
  expect(await roster.membersOf(channel, inTurn)).toBeUndefined();
});
