import type { Actor } from './stage.ts';

/** What the host of these tests hands out: readable as a token, signed by nobody. */
export function tokenFor(actor: Actor, endsInSeconds: number): string {
  const exp = Math.floor(Date.now() / 1000) + endsInSeconds;
  const payload = Buffer.from(JSON.stringify({ actor, exp })).toString('base64url');
  return `eyJhbGciOiJub25lIn0.${payload}.x`;
}

/** Whose token it is, while it is good. A stranger's never is. */
export function actorOf(authorization: string | undefined): Actor | undefined {
  const payload = /^Bearer [\w-]+\.([\w-]+)\.[\w-]+$/.exec(authorization ?? '')?.[1];
  if (payload === undefined) return undefined;
  // @NOTE made by tokenFor above
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { actor: Actor; exp: number };
  return claims.exp * 1000 > Date.now() && claims.actor !== 'stranger' ? claims.actor : undefined;
}
