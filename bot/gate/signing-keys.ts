import { importJWK, type CryptoKey } from 'jose';
import { z } from 'zod';
import { RefusedError } from './refused-error.ts';
import { isLoopback, isPrivate } from './trusted-address.ts';

export interface SigningKey {
  key: CryptoKey;
  /** The channels that Bot Framework says the key may speak for. */
  endorsements: readonly string[];
}

export interface SigningKeys {
  /**
   * The key with this id, if the issuer has it.
   * @throws RefusedError `keys-unavailable` when the issuer never answered yet
   */
  find(kid: string): Promise<SigningKey | undefined>;
}

export interface KeySource {
  /** Where the issuer tells where its keys are, or where its keys are. */
  kind: 'openid-metadata' | 'jwks';
  address: string;
  now?: () => number;
  /** Old keys stay in use; somebody should look when it lasts. */
  onFailure?: (error: unknown) => void;
}

const fetchWithinMs = 3_000;
/** Bot Framework asks to look for new keys at least once a day. */
const staleAfterMs = 24 * 3_600_000;
/** Whoever makes up key ids can't make us fetch more often than this. */
const betweenFetchesMs = 60_000;
/** The same, while we have no keys at all and nobody can get in. */
const betweenFirstFetchesMs = 5_000;

/** The keys of an issuer, fetched when first needed, kept, and looked up again when an unknown one turns up. */
export function remoteKeys(source: KeySource): SigningKeys {
  const now = source.now ?? Date.now;
  let keys: Map<string, SigningKey> | undefined;
  let fetchedAt = 0;
  let triedAt = -Infinity;
  let underWay: Promise<void> | undefined;

  async function refresh(): Promise<void> {
    triedAt = now();
    try {
      keys = await fetchKeys(source);
      fetchedAt = now();
    } catch (error) {
      source.onFailure?.(error);
    } finally {
      underWay = undefined;
    }
  }
  /** At most one at a time, and not too often. */
  function refreshIfDue(): Promise<void> {
    const wait = keys === undefined ? betweenFirstFetchesMs : betweenFetchesMs;
    if (underWay === undefined && now() - triedAt >= wait) underWay = refresh();
    return underWay ?? Promise.resolve();
  }
  return {
    async find(kid) {
      const known = keys?.get(kid);
      if (known !== undefined) {
        if (now() - fetchedAt > staleAfterMs) void refreshIfDue();
        return known;
      }
      await refreshIfDue();
      if (keys === undefined) throw new RefusedError('keys-unavailable', { retryAfterSeconds: 5 });
      return keys.get(kid);
    },
  };
}

const metadataSchema = z.looseObject({ jwks_uri: z.url() });
const keySchema = z.looseObject({
  kty: z.string(),
  kid: z.string().optional(),
  use: z.string().optional(),
  alg: z.string().optional(),
  endorsements: z.array(z.string()).default([]),
});
const keySetSchema = z.looseObject({ keys: z.array(keySchema) });

async function fetchKeys(source: KeySource): Promise<Map<string, SigningKey>> {
  const signal = AbortSignal.timeout(fetchWithinMs);
  const address =
    source.kind === 'jwks' ? trustedAddress(source.address) : await fetchKeysAddress(source.address, signal);
  const { keys } = keySetSchema.parse(await fetchJson(address, signal));
  const usable = keys.filter(
    (key) => key.kty === 'RSA' && key.use !== 'enc' && (key.alg === undefined || key.alg === 'RS256'),
  );
  const found = new Map<string, SigningKey>();
  for (const { kid, endorsements, ...jwk } of usable) {
    const key = await importJWK(jwk, 'RS256');
    if (kid !== undefined && !(key instanceof Uint8Array)) found.set(kid, { key, endorsements });
  }
  if (found.size === 0) throw new Error(`no usable key at ${address.origin}`);
  return found;
}

async function fetchKeysAddress(metadata: string, signal: AbortSignal): Promise<URL> {
  const from = trustedAddress(metadata);
  const { jwks_uri } = metadataSchema.parse(await fetchJson(from, signal));
  const address = trustedAddress(jwks_uri);
  // A local issuer is this machine's own; one from outside never sends us into this machine.
  const strays = isLoopback(from) ? address.origin !== from.origin : isLoopback(address);
  if (strays) throw new Error(`${from.origin} refers to ${address.origin} for its keys`);
  return address;
}

function trustedAddress(text: string): URL {
  const address = new URL(text);
  if (!isPrivate(address)) throw new Error(`keys come over https only, not from ${address.origin}`);
  return address;
}

async function fetchJson(address: URL, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(address, { redirect: 'error', signal });
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`${address.origin} answered ${response.status} for its keys`);
  }
  return response.json();
}
