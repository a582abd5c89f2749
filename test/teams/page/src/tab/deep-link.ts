/** Where an address leads, seen from inside Teams. */
export type Link =
  | { kind: 'tab'; subPage?: string }
  | { kind: 'conversation'; id: string }
  /** One's own chat with the bot; there is one bot here. */
  | { kind: 'bot-chat' }
  | { kind: 'elsewhere' }
  /** Not an address that a client would open: `javascript:` and the like. */
  | { kind: 'refused' };

const SCHEMES = ['http:', 'https:', 'mailto:', 'tel:', 'msteams:'];

/**
 * Reads Teams' deep links: `/l/entity/<app>/<entity>?context={"subEntityId":…}`, `/l/message/<conversation>/…` and
 * `/l/chat/0/0?users=28:<bot>`.
 * https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application
 */
export function linkOf(address: string): Link {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !SCHEMES.includes(url.protocol)) return { kind: 'refused' };
  if (url.protocol !== 'msteams:' && url.hostname !== 'teams.microsoft.com') return { kind: 'elsewhere' };
  const [l, kind, first] = url.pathname.split('/').filter((part) => part !== '');
  if (l !== 'l') return { kind: 'elsewhere' };
  if (kind === 'entity') return { kind: 'tab', subPage: subPageOf(url) };
  if (kind === 'message' && first !== undefined)
    return { kind: 'conversation', id: decodeURIComponent(first) };
  const isBot = /^28:[\w-]+$/.test(url.searchParams.get('users') ?? '');
  if (kind === 'chat' && isBot) return { kind: 'bot-chat' };
  return { kind: 'elsewhere' };
}

function subPageOf(url: URL): string | undefined {
  const context: unknown = parsed(url.searchParams.get('context'));
  if (typeof context !== 'object' || context === null) return undefined;
  const given =
    'subPageId' in context ? context.subPageId : 'subEntityId' in context ? context.subEntityId : undefined;
  return typeof given === 'string' ? given : undefined;
}

/** A context that is no JSON is what Teams ignores too. */
function parsed(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    console.warn('deep link with a context that is no JSON', text, error);
    return undefined;
  }
}
