import { z } from 'zod';

/** What the placeholders of the manifest stand for, by their names. */
export type PackageValues = Readonly<Record<string, string>>;

/** Every value that is missing or wrong, each as a sentence. */
export class PackageValuesError extends Error {
  readonly code = 'package-values';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`The app package can't be made:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

const guid = z.guid().transform((id) => id.toLowerCase());
const page = z.url({ protocol: /^https$/, error: 'has to be an address that begins with https://' });

/** The tab is served from the root of its host, and Teams knows the app by the name of that host. */
const origin = page
  .refine((address) => ['', '/'].includes(afterHost(address)), 'has to be https:// and a host name, no more')
  .transform((address) => new URL(address).origin);

const values = z.object({
  BOT_APP_ID: guid,
  TAB_APP_ID: guid,
  TEAMS_APP_ID: guid.optional(),
  PUBLIC_ADDRESS: origin,
  DEVELOPER_NAME: z.string().trim().min(1).max(32),
  DEVELOPER_WEBSITE: page,
  DEVELOPER_PRIVACY: page,
  DEVELOPER_TERMS: page,
});

/**
 * Reads what belongs into the package; the ids and the address are the server's own settings.
 * An empty value counts as missing.
 * @throws PackageValuesError that names every fault
 */
export function readPackageValues(environment: Readonly<Record<string, string | undefined>>): PackageValues {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = values.safeParse(given);
  if (!parsed.success)
    throw new PackageValuesError(parsed.error.issues.map((issue) => sentence(issue, given)));
  const { TEAMS_APP_ID, ...rest } = parsed.data;
  return {
    ...rest,
    TEAMS_APP_ID: TEAMS_APP_ID ?? rest.BOT_APP_ID,
    PUBLIC_DOMAIN: new URL(rest.PUBLIC_ADDRESS).host,
  };
}

function sentence(issue: z.core.$ZodIssue, given: Readonly<Record<string, unknown>>): string {
  const name = String(issue.path[0]);
  return given[name] === undefined ? `${name} is missing` : `${name}: ${issue.message}`;
}

/** What stands behind `https://host.example`; something that is refused when it is no address or has a port. */
function afterHost(address: string): string {
  const url = URL.parse(address);
  if (url === null || url.port !== '' || url.username !== '' || url.password !== '') return address;
  return url.pathname + url.search + url.hash;
}
