import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { JWTPayload } from 'jose';
import { tabTokenVerifier, type TabPerson } from '../../../bot/gate/verify-tab-token.ts';
import { startIssuer, unsigned, type Issuer } from './issuer.ts';

const tenantId = 'a0000000-0000-4000-8000-000000000001';
const otherTenant = 'b0000000-0000-4000-8000-000000000002';
const objectId = 'c0000000-0000-4000-8000-000000000003';
const appId = 'd0000000-0000-4000-8000-000000000004';
const clientId = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

let issuer: Issuer;
let verify: (authorization?: string) => Promise<TabPerson>;

beforeAll(async () => {
  issuer = await startIssuer();
  await issuer.publish('first');
  verify = tabTokenVerifier({
    appId,
    authority: issuer.address,
    clientIds: [clientId],
    tenantIds: [tenantId],
  });
});
afterAll(() => issuer.close());

function good(): JWTPayload {
  const seconds = Math.floor(Date.now() / 1_000);
  return {
    iss: `${issuer.address}/${tenantId}/v2.0`,
    aud: appId,
    nbf: seconds,
    exp: seconds + 3_600,
    tid: tenantId,
    oid: objectId,
    ver: '2.0',
    azp: clientId,
    scp: 'openid access_as_user',
    name: 'Sanne de Wit',
    preferred_username: 'sanne.dewit@utrecht.example',
  };
}

test('a good token says who it is', async () => {
  const claims = good();
  const token = await issuer.sign(claims);
  expect(await verify(`Bearer ${token}`)).toEqual({
    tenantId,
    objectId,
    name: 'Sanne de Wit',
    mail: 'sanne.dewit@utrecht.example',
    expiresAt: claims.exp,
  });
});

interface Forgery {
  what: string;
  forge: (good: JWTPayload) => JWTPayload;
  code: string;
  header?: { kid?: string; alg?: string };
}
const forgeries: Forgery[] = [
  { what: 'another tenant', forge: (claims) => ({ ...claims, tid: otherTenant }), code: 'tenant' },
  { what: 'no tenant', forge: (claims) => ({ ...claims, tid: undefined }), code: 'tenant' },
  {
    what: 'a way out of the path as its tenant',
    forge: (claims) => ({ ...claims, tid: `../${tenantId}` }),
    code: 'tenant',
  },
  {
    what: 'the issuer of another tenant',
    forge: (claims) => ({ ...claims, iss: claims.iss?.replace(tenantId, otherTenant) }),
    code: 'token-issuer',
  },
  {
    what: 'a v1 issuer',
    forge: (claims) => ({ ...claims, iss: claims.iss?.replace('/v2.0', '/') }),
    code: 'token-issuer',
  },
  {
    what: 'another audience',
    forge: (claims) => ({ ...claims, aud: 'https://graph.microsoft.com' }),
    code: 'token-audience',
  },
  {
    what: 'several audiences',
    forge: (claims) => ({ ...claims, aud: [appId, 'other'] }),
    code: 'token-audience',
  },
  {
    what: 'an end in the past',
    forge: (claims) => ({ ...claims, exp: Math.floor(Date.now() / 1_000) - 301 }),
    code: 'token-time',
  },
  { what: 'no end', forge: (claims) => ({ ...claims, exp: undefined }), code: 'token-time' },
  {
    what: 'a begin in the future',
    forge: (claims) => ({ ...claims, nbf: Math.floor(Date.now() / 1_000) + 302 }),
    code: 'token-time',
  },
  {
    what: 'another scope',
    forge: (claims) => ({ ...claims, scp: 'access_as_user_not' }),
    code: 'token-scope',
  },
  {
    what: 'roles in place of scopes',
    forge: (claims) => ({ ...claims, scp: undefined, roles: ['x'] }),
    code: 'token-claims',
  },
  { what: 'a client we do not know', forge: (claims) => ({ ...claims, azp: appId }), code: 'token-client' },
  { what: 'no object id', forge: (claims) => ({ ...claims, oid: undefined }), code: 'token-claims' },
  { what: 'version 1', forge: (claims) => ({ ...claims, ver: '1.0' }), code: 'token-claims' },
  { what: 'an unknown key', forge: (claims) => claims, code: 'token-key', header: { kid: 'unknown' } },
  {
    what: 'HS256 with the public key',
    forge: (claims) => claims,
    code: 'token-algorithm',
    header: { alg: 'HS256' },
  },
];

test.each(forgeries)('a token with $what is refused', async ({ forge, code, header }) => {
  const token = await issuer.sign(forge(good()), header);
  await expect(verify(`Bearer ${token}`)).rejects.toMatchObject({ name: 'RefusedError', code });
});

test('a token with the signature of another is refused', async () => {
  const [head, , signature] = (await issuer.sign(good())).split('.');
  const [, other] = (await issuer.sign({ ...good(), oid: appId })).split('.');
  await expect(verify(`Bearer ${head}.${other}.${signature}`)).rejects.toMatchObject({
    code: 'token-signature',
  });
});

test('an unsigned token is refused', async () => {
  await expect(verify(`Bearer ${unsigned(good())}`)).rejects.toMatchObject({ code: 'token-algorithm' });
});

test.each([undefined, '', 'Bearer', 'Bearer x', 'Basic dTpw', 'Bearer a.b.c d'])(
  'without a token (%j) nobody gets in',
  async (authorization) => {
    await expect(verify(authorization)).rejects.toMatchObject({ code: 'no-token', status: 401 });
  },
);

test('what is no token at all is refused as malformed', async () => {
  await expect(verify('Bearer aa.bb.cc')).rejects.toMatchObject({ code: 'token-malformed' });
});
