import { expect, test } from '@jest/globals';
import { appTokens } from '../../../bot/teams/app-tokens.ts';

const hour = 3_600_000;

function source() {
  let given = 0;
  return {
    count: () => given,
    async getToken(scope: string) {
      given += 1;
      return { token: `${scope}-${given}`, expiresOnTimestamp: given * hour };
    },
  };
}

test('a token is asked for once by many, and kept until 5 minutes before its end', async () => {
  let now = 0;
  const from = source();
  const tokens = appTokens(from, () => now);
  const many = await Promise.all(Array.from({ length: 20 }, () => tokens.of('bot')));
  expect(new Set(many)).toEqual(new Set(['bot-1']));
  now = hour - 5 * 60_000 - 1;
  expect(await tokens.of('bot')).toBe('bot-1');
  now += 1;
  expect(await tokens.of('bot')).toBe('bot-2');
});

test('each scope has its own, and one that is dropped is asked for anew', async () => {
  const tokens = appTokens(source(), () => 0);
  expect(await tokens.of('bot')).toBe('bot-1');
  expect(await tokens.of('graph')).toBe('graph-2');
  tokens.drop('bot');
  expect(await tokens.of('bot')).toBe('bot-3');
  expect(await tokens.of('graph')).toBe('graph-2');
});

test('after a failure the next one asks again', async () => {
  const from = source();
  let fails = true;
  const tokens = appTokens({
    async getToken(scope) {
      if (fails) throw new Error('no identity');
      return from.getToken(scope);
    },
  });
  await expect(tokens.of('bot')).rejects.toThrow('no identity');
  fails = false;
  expect(await tokens.of('bot')).toBe('bot-1');
});
