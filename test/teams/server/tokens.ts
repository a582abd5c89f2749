import {
  exportJWK,
  generateKeyPair,
  importJWK,
  jwtVerify,
  SignJWT,
  type CryptoKey,
  type JWK,
  type JWTHeaderParameters,
  type JWTPayload,
} from 'jose';
import { randomUUID } from 'node:crypto';
import type { Person } from '../people.ts';
import { RefusedError } from './refused-error.ts';
import type { State } from './state.ts';
import { serviceUrl, type World } from './world.ts';

/** Teams on the web, as Microsoft lists it among the clients that ask for a tab's token. */
const teamsWebClientId = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

type SigningKey = 'bot-framework' | 'entra' | 'stranger';

/** For forged tokens: claims and header fields put over the right ones; `undefined` takes one away. */
export interface TokenChanges {
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  /** `stranger` is a key that nobody publishes, under the key id of the right one. */
  key?: SigningKey;
}

export interface Tokens {
  /** What Teams sends along with an activity to the bot. */
  forBot(changes?: TokenChanges): Promise<string>;
  /** What `getAuthToken` gives a tab. */
  forTab(person: Person, changes?: TokenChanges): Promise<string>;
  /** What a managed identity gets for a resource. */
  forIdentity(clientId: string, resource: string): Promise<{ token: string; expiresOn: number }>;
  /** Passes for a token that was given to this app for this resource. @throws RefusedError 401 */
  checkIdentity(authorization: string | undefined, resource: string, appId: string): Promise<void>;
  publicKeys(of: 'bot-framework' | 'entra'): JWK[];
  botIssuer: string;
  tabIssuer: string;
}

interface KeyPair {
  kid: string;
  privateKey: CryptoKey;
  publicKey: CryptoKey;
  publicJwk: JWK;
}

const hourSeconds = 3600;

/** Teams sends one token along with many activities. */
const keepMs = 600_000;

/** Keys are made at the first start and kept in the simulator's state. */
export async function openTokens(world: World, state: State): Promise<Tokens> {
  const [botKey, entraKey] = await Promise.all([
    keptKey(state, 'bot-framework-key'),
    keptKey(state, 'entra-key'),
  ]);
  const botIssuer = `${world.address}/botframework`;
  const tabIssuer = `${world.address}/entra/${world.tenantId}/v2.0`;
  const identityIssuer = `${world.address}/identity`;
  let kept = { token: Promise.resolve(''), until: 0 };
  const keys = { 'bot-framework': botKey, entra: entraKey };

  async function sign(right: 'bot-framework' | 'entra', claims: JWTPayload, changes: TokenChanges = {}) {
    const key = changes.key === 'stranger' ? await strangerKey() : keys[changes.key ?? right].privateKey;
    const header: JWTHeaderParameters = { alg: 'RS256', typ: 'JWT', kid: keys[right].kid, ...changes.header };
    return new SignJWT({ ...times(), ...claims, ...changes.claims }).setProtectedHeader(header).sign(key);
  }

  return {
    botIssuer,
    tabIssuer,
    forBot(changes) {
      const claims = { iss: botIssuer, aud: world.bot.appId, serviceurl: serviceUrl(world) };
      if (changes) return sign('bot-framework', claims, changes);
      kept =
        Date.now() < kept.until ? kept : { token: sign('bot-framework', claims), until: Date.now() + keepMs };
      return kept.token;
    },
    forTab: (person, changes) => sign('entra', tabClaims(world, tabIssuer, person), changes),
    async forIdentity(clientId, resource) {
      const claims = { iss: identityIssuer, aud: resource, appid: clientId, tid: world.tenantId };
      return { token: await sign('entra', claims), expiresOn: times().exp };
    },
    async checkIdentity(authorization, resource, appId) {
      const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
      if (!token) throw new RefusedError(401, 'Unauthorized', 'This call has no bearer token.');
      const payload = await verified(token, entraKey.publicKey, identityIssuer, resource);
      if (payload?.['appid'] !== appId)
        throw new RefusedError(401, 'Unauthorized', 'The bearer token of this call does not verify.');
    },
    publicKeys: (of) => [keys[of].publicJwk],
  };
}

function times(): { iat: number; nbf: number; exp: number } {
  const now = Math.floor(Date.now() / 1000);
  return { iat: now, nbf: now - 60, exp: now + hourSeconds };
}

function tabClaims(world: World, issuer: string, person: Person): JWTPayload {
  return {
    iss: issuer,
    aud: world.tabAppId,
    azp: teamsWebClientId,
    azpacr: '0',
    tid: world.tenantId,
    oid: person.id,
    sub: person.teamsId.slice(3),
    name: person.name,
    preferred_username: person.mail,
    scp: 'access_as_user',
    ver: '2.0',
  };
}

async function verified(token: string, key: CryptoKey, issuer: string, audience: string) {
  try {
    return (await jwtVerify(token, key, { issuer, audience, algorithms: ['RS256'] })).payload;
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

async function strangerKey(): Promise<CryptoKey> {
  return (await generateKeyPair('RS256')).privateKey;
}

async function keptKey(state: State, name: string): Promise<KeyPair> {
  const text = await state.setting(name, async () => {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    return JSON.stringify({ ...(await exportJWK(privateKey)), kid: randomUUID() });
  });
  // @NOTE the text was written by the lines above and by nobody else
  const { d, p, q, dp, dq, qi, ...publicPart } = JSON.parse(text) as JWK & { kid: string };
  const privateJwk: JWK = { ...publicPart, d, p, q, dp, dq, qi };
  return {
    kid: publicPart.kid,
    privateKey: await importRsa(privateJwk),
    publicKey: await importRsa(publicPart),
    publicJwk: { ...publicPart, use: 'sig', alg: 'RS256' },
  };
}

async function importRsa(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, 'RS256');
  if (key instanceof Uint8Array) throw new TypeError('an RSA key was expected');
  return key;
}
