import { expect, test } from '@jest/globals';
import { createTokenSource, SignInFailedError } from '../../tab/src/shared/host/token-source.ts';

const start = Date.UTC(2026, 11, 1);

function tokenUntil(ms: number, mark = ''): string {
  const payload = Buffer.from(JSON.stringify({ exp: ms / 1000, name: 'Yıldız', mark })).toString('base64url');
  return `head.${payload}.signature`;
}

/** A source whose Teams gives tokens of ten minutes, and a clock to turn. */
function newSource() {
  const clock = { now: start, asked: 0 };
  const source = createTokenSource(
    async () => tokenUntil(clock.now + 600_000, String((clock.asked += 1))),
    () => clock.now,
  );
  return { clock, source };
}

test('a token is kept while it is good for another minute, then renewed', async () => {
  const { clock, source } = newSource();
  const first = await source.get();
  clock.now += 539_000;
  expect(await source.get()).toBe(first);
  clock.now += 2_000;
  expect(await source.get()).not.toBe(first);
  expect(clock.asked).toBe(2);
});

test('all who ask at the same time share one question to Teams', async () => {
  const { clock, source } = newSource();
  const tokens = await Promise.all([source.get(), source.get(), source.get()]);
  expect(new Set(tokens).size).toBe(1);
  expect(clock.asked).toBe(1);
});

test('a refused token is replaced once for all who were refused it', async () => {
  const { clock, source } = newSource();
  const refused = await source.get();
  const renewed = await Promise.all([source.renew(refused), source.renew(refused)]);
  expect(await source.renew(refused)).toBe(renewed[0]);
  expect(renewed[1]).toBe(renewed[0]);
  expect(clock.asked).toBe(2);
});

test('when Teams gives none it says so, and asks again the next time', async () => {
  let refuses = true;
  const source = createTokenSource(async () => {
    if (refuses) throw new Error('ConsentDenied');
    return tokenUntil(start + 600_000);
  });
  await expect(source.get()).rejects.toThrow(SignInFailedError);
  refuses = false;
  await expect(source.get()).resolves.toContain('head.');
});

test.each(['opaque', 'a.b.c', `a.${Buffer.from('null').toString('base64url')}.c`])(
  'a token whose end can’t be read is used until it is refused: %s',
  async (token) => {
    let asked = 0;
    const source = createTokenSource(async () => {
      asked += 1;
      return token;
    });
    await source.get();
    expect(await source.get()).toBe(token);
    expect(asked).toBe(1);
  },
);
