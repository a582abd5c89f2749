import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
  type CryptoKey,
  type JWK,
  type JWTPayload,
} from 'jose';

/** Somebody who signs tokens and publishes their keys, and can be told to misbehave. */
export interface Issuer {
  address: string;
  metadata: string;
  /** How often somebody came for the keys. */
  fetches(): number;
  /** What the next fetches get: the keys, nothing for ever, an error, or a redirect to the keys. */
  behave(how: Behaviour): void;
  publish(kid: string, endorsements?: string[]): Promise<void>;
  withdraw(kid: string): void;
  /** Where the metadata says that the keys are. */
  pointTo(keysAddress: string): void;
  sign(claims: JWTPayload, header?: { kid?: string; alg?: string }): Promise<string>;
  close(): Promise<void>;
}
type Behaviour = 'well' | 'silent' | 'failing' | 'redirecting';

interface Answer {
  status: number;
  location?: string;
  body?: unknown;
}

export async function startIssuer(): Promise<Issuer> {
  const pairs = new Map<string, { privateKey: CryptoKey; jwk: JWK & { endorsements: string[] } }>();
  let behaviour: Behaviour = 'well';
  let fetches = 0;
  let keysAddress: string | undefined;
  const answerOf = (path: string): Answer | undefined => {
    if (behaviour === 'silent') return undefined;
    if (behaviour === 'failing') return { status: 500 };
    if (behaviour === 'redirecting' && !path.startsWith('/moved'))
      return { status: 302, location: `/moved${path}` };
    const keys = [...pairs.values()].map((pair) => pair.jwk);
    return {
      status: 200,
      body: path.endsWith('openidconfiguration') ? { jwks_uri: keysAddress ?? `${address}/keys` } : { keys },
    };
  };
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path.endsWith('/keys')) fetches += 1;
    const answer = answerOf(path);
    if (answer === undefined) return;
    response.statusCode = answer.status;
    if (answer.location !== undefined) response.setHeader('location', answer.location);
    response.end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // @NOTE a server that listens on a port has an AddressInfo, says Node's documentation
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    metadata: `${address}/.well-known/openidconfiguration`,
    fetches: () => fetches,
    behave: (how) => void (behaviour = how),
    async publish(kid, endorsements = ['msteams']) {
      const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
      const jwk = { ...(await exportJWK(publicKey)), kid, use: 'sig', endorsements };
      pairs.set(kid, { privateKey, jwk });
    },
    withdraw: (kid) => void pairs.delete(kid),
    pointTo: (other) => void (keysAddress = other),
    async sign(claims, { kid = 'first', alg = 'RS256' } = {}) {
      const pair = pairs.get(kid) ?? pairs.get('first');
      if (pair === undefined) throw new Error('publish a key first');
      const key =
        alg === 'HS256'
          ? new TextEncoder().encode(JSON.stringify(pair.jwk))
          : await importJWK(await exportJWK(pair.privateKey), alg);
      return new SignJWT(claims).setProtectedHeader({ alg, kid, typ: 'JWT' }).sign(key);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A token whose header says that it needs no signature. */
export function unsigned(claims: JWTPayload): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', kid: 'first' })}.${part(claims)}.${part('x')}`;
}
