import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { remoteKeys } from '../../../bot/gate/signing-keys.ts';
import { startIssuer, type Issuer } from './issuer.ts';

const minute = 60_000;

describe('keys of an issuer', () => {
  let issuer: Issuer;
  beforeEach(async () => {
    issuer = await startIssuer();
    await issuer.publish('first', ['msteams', 'webchat']);
  });
  afterEach(() => issuer.close());

  test('are found through the metadata, with what they are endorsed for', async () => {
    const keys = remoteKeys({ kind: 'openid-metadata', address: issuer.metadata });
    expect((await keys.find('first'))?.endorsements).toEqual(['msteams', 'webchat']);
  });

  test('are fetched once by many who come together', async () => {
    const keys = remoteKeys({ kind: 'openid-metadata', address: issuer.metadata });
    await Promise.all(Array.from({ length: 50 }, () => keys.find('first')));
    expect(issuer.fetches()).toBe(1);
  });

  test('are not fetched more than once a minute for made-up ids', async () => {
    let now = 1_000_000;
    const keys = remoteKeys({ kind: 'openid-metadata', address: issuer.metadata, now: () => now });
    await keys.find('first');
    for (let second = 0; second < 59; second += 1) {
      now += 1_000;
      expect(await keys.find(`made-up-${second}`)).toBeUndefined();
    }
    expect(issuer.fetches()).toBe(1);
    now += 1_000;
    await Promise.all(Array.from({ length: 50 }, (_, index) => keys.find(`also-made-up-${index}`)));
    expect(issuer.fetches()).toBe(2);
  });

  test('that are new are found a minute after the last fetch, and withdrawn ones are gone then', async () => {
    let now = 0;
    const keys = remoteKeys({ kind: 'openid-metadata', address: issuer.metadata, now: () => now });
    await keys.find('first');
    issuer.withdraw('first');
    await issuer.publish('second');
    expect(await keys.find('second')).toBeUndefined();
    now += minute;
    expect(await keys.find('second')).toBeDefined();
    expect(await keys.find('first')).toBeUndefined();
  });

  test.each(['failing', 'silent', 'redirecting'] as const)(
    'stay in use while the issuer is %s',
    async (behaviour) => {
      let now = 0;
      const failures: unknown[] = [];
      const onFailure = (error: unknown): unknown => failures.push(error);
      const keys = remoteKeys({
        kind: 'openid-metadata',
        address: issuer.metadata,
        now: () => now,
        onFailure,
      });
      await keys.find('first');
      issuer.behave(behaviour);
      now += minute;
      expect(await keys.find('unknown')).toBeUndefined();
      expect(await keys.find('first')).toBeDefined();
      expect(failures).toHaveLength(1);
    },
  );

  test('are unavailable, not absent, when the issuer never answered; later they are there', async () => {
    let now = 0;
    const keys = remoteKeys({ kind: 'openid-metadata', address: issuer.metadata, now: () => now });
    issuer.behave('failing');
    await expect(keys.find('first')).rejects.toMatchObject({ code: 'keys-unavailable', status: 503 });
    issuer.behave('well');
    now += 5_000;
    expect(await keys.find('first')).toBeDefined();
  });

  test('are looked up again after a day, without anybody waiting for it', async () => {
    let now = 0;
    const keys = remoteKeys({ kind: 'openid-metadata', address: issuer.metadata, now: () => now });
    await keys.find('first');
    now += 24 * 60 * minute + 1;
    issuer.behave('silent');
    expect(await keys.find('first')).toBeDefined();
  });
});

describe('where keys may come from', () => {
  let local: Issuer;
  let other: Issuer;
  beforeAll(async () => {
    [local, other] = await Promise.all([startIssuer(), startIssuer()]);
    await Promise.all([local.publish('first'), other.publish('first')]);
  });
  afterAll(() => Promise.all([local.close(), other.close()]));

  test('a local issuer does not refer to another server', async () => {
    local.pointTo(`${other.address}/keys`);
    const keys = remoteKeys({ kind: 'openid-metadata', address: local.metadata });
    await expect(keys.find('first')).rejects.toMatchObject({ code: 'keys-unavailable' });
    expect(other.fetches()).toBe(0);
  });

  test('over plain http from elsewhere nothing is fetched', async () => {
    const failures: unknown[] = [];
    const keys = remoteKeys({
      kind: 'jwks',
      address: 'http://issuer.example/keys',
      onFailure: (error) => failures.push(error),
    });
    await expect(keys.find('first')).rejects.toMatchObject({ code: 'keys-unavailable' });
    expect(failures).toEqual([new Error('keys come over https only, not from http://issuer.example')]);
  });
});
