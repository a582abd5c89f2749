import type { Request, Response, Server } from 'restify';

/** Where Teams and its sisters show tabs from. */
const teamsHosts =
  'https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft ' +
  'https://*.microsoft365.com https://*.office.com https://outlook.office.com https://outlook.office365.com ' +
  'https://outlook-sdf.office.com https://outlook-sdf.office365.com';

/** A year, as browsers count it. */
const transport = 'max-age=31536000';
/** What no page of ours ever asks a browser for. */
const noFeatures = ['camera', 'geolocation', 'microphone', 'payment', 'usb', 'display-capture']
  .map((feature) => `${feature}=()`)
  .join(', ');

/** Nothing that is not a page shows, loads or is framed. */
const bareContent = "default-src 'none'; frame-ancestors 'none'";

/**
 * What every answer says to browsers, whatever it is: pages say more, and the files of a page may be kept.
 * @param https whether people reach the server by https
 */
export function addSecurityHeaders(server: Server, { https }: { https: boolean }): void {
  server.pre((request: Request, response: Response, next) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader('Permissions-Policy', noFeatures);
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    response.setHeader('Content-Security-Policy', bareContent);
    if (https) response.setHeader('Strict-Transport-Security', transport);
    if (!request.path().startsWith('/tab/')) response.setHeader('Cache-Control', 'no-store');
    next();
  });
}

/**
 * The hash of nothing: Fluent puts an empty style element into the page and fills it by script, which a policy does not
 * count as inline. Anything written in one is refused.
 */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** What a page of the tab may load, and who may frame it. */
export function pagePolicy(hostOrigins: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${emptyStyle}`,
    "img-src 'self' data:",
    "font-src 'self' https://res.cdn.office.net",
    // teams-js asks there which hosts it may trust
    "connect-src 'self' https://res.cdn.office.net",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors 'self' ${[teamsHosts, ...hostOrigins].join(' ')}`,
  ].join('; ');
}
