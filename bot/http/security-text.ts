import type { Request, Response, Server } from 'restify';

interface SecurityTextOptions {
  publicAddress: string;
  /** `mailto:…` or `https://…`; without one there is no such file. */
  securityContact?: string;
}

const place = '/.well-known/security.txt';
const goodForMs = 180 * 24 * 3_600_000;

/** Whom to tell of a weakness. Source: RFC 9116. */
export function addSecurityText(
  server: Server,
  { publicAddress, securityContact }: SecurityTextOptions,
  now: () => number = Date.now,
): void {
  if (securityContact === undefined) return;
  server.get(place, async (_request: Request, response: Response) => {
    const lines = [
      `Contact: ${securityContact}`,
      `Expires: ${new Date(now() + goodForMs).toISOString()}`,
      'Preferred-Languages: nl, en',
      `Canonical: ${publicAddress}${place}`,
    ];
    response.sendRaw(200, `${lines.join('\n')}\n`, { 'Content-Type': 'text/plain; charset=utf-8' });
  });
}
