/**
 * The host's side of the protocol that `@microsoft/teams-js` speaks over `postMessage`; read from its version 2.58
 * (`internal/communication`, `internal/messageObjects`, `internal/appHelpers`, `public/authentication`).
 * Imports nothing, so that a test can put it in a browser as it is.
 */

export type TabState =
  | { kind: 'starting' }
  /** The tab said that it is drawn (`notifyAppLoaded`) or done (`notifySuccess`). */
  | { kind: 'ready' }
  | { kind: 'failed'; reason: string };

export interface TeamsHostOptions {
  /** Whose messages count. */
  frame: HTMLIFrameElement;
  /** The only origin that is answered, and the only one answers are for. */
  origin: string;
  /** What `app.getContext` is made of, in the flat shape of the wire. */
  context: () => Record<string, unknown>;
  /** Throws when there is none; its message reaches the tab. */
  token: () => Promise<string>;
  openLink: (url: string) => void;
  /** In the panel beside a meeting: brings an address before everybody; throws for who may not. Absent: no meeting. */
  share?: (url: string) => void;
  onState: (state: TabState) => void;
}

export interface TeamsHost {
  changeTheme: (theme: string) => void;
  stop: () => void;
}

interface Request {
  id: number;
  uuidAsString: string | undefined;
  func: string;
  args: unknown[];
}

/** Claims no more than is answered here: what is absent, teams-js refuses by itself with "not supported". */
const RUNTIME = { apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports: { pages: {} } };
/** The version Teams' new client gives for itself. */
const CLIENT_SDK_VERSION = '2.0.1';

/** Speaks with the tab in the frame until stopped. */
export function startTeamsHost(options: TeamsHostOptions): TeamsHost {
  const { frame, origin } = options;
  const wanted = new Set<string>();
  const post = (message: Record<string, unknown>) => frame.contentWindow?.postMessage(message, origin);
  const answer = ({ id, uuidAsString }: Request, args: unknown[]) =>
    post({ id, uuidAsString, args, monotonicTimestamp: performance.now() + performance.timeOrigin });

  const onMessage = (event: MessageEvent<unknown>) => {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    const request = requestOf(event.data);
    if (request === undefined) return;
    if (request.func === 'registerHandler') wanted.add(String(request.args[0]));
    void argsFor(request, options).then((args) => args && answer(request, args));
  };
  window.addEventListener('message', onMessage);
  return {
    changeTheme: (theme) => {
      if (wanted.has('themeChange')) post({ func: 'themeChange', args: [theme] });
    },
    stop: () => window.removeEventListener('message', onMessage),
  };
}

function requestOf(data: unknown): Request | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if (!('id' in data && typeof data.id === 'number' && 'func' in data && typeof data.func === 'string')) {
    return undefined;
  }
  const uuid =
    'uuidAsString' in data && typeof data.uuidAsString === 'string' ? data.uuidAsString : undefined;
  const args: unknown[] = 'args' in data && Array.isArray(data.args) ? data.args : [];
  return { id: data.id, uuidAsString: uuid, func: data.func, args };
}

/** What a request is answered with; `undefined` for what Teams doesn't answer either. */
async function argsFor({ func, args }: Request, options: TeamsHostOptions): Promise<unknown[] | undefined> {
  switch (func) {
    case 'initialize':
      return [
        options.context().frameContext ?? 'content',
        'web',
        JSON.stringify(RUNTIME),
        CLIENT_SDK_VERSION,
      ];
    case 'getContext':
      return [options.context()];
    case 'authentication.getAuthToken':
      return options.token().then(
        (token) => [true, token],
        (error: unknown) => [false, error instanceof Error ? error.message : String(error)],
      );
    case 'executeDeepLink':
      options.openLink(String(args[0]));
      return [true];
    case 'meeting.getAppContentStageSharingCapabilities':
      return [null, { doesAppHaveSharePermission: options.share !== undefined }];
    case 'meeting.shareAppContentToStage':
      return shareAnswer(options, String(args[0]));
    case 'appInitialization.appLoaded':
    case 'appInitialization.success':
      options.onState({ kind: 'ready' });
      return undefined;
    case 'appInitialization.failure':
      options.onState({ kind: 'failed', reason: args.slice(0, 2).filter(Boolean).join(': ') });
      return undefined;
    case 'appInitialization.expectedFailure':
    case 'registerHandler':
      return undefined;
    case 'authentication.getUser':
      return [false, { errorCode: 100, message: `${func} is not simulated` }];
    default:
      console.warn('The simulated Teams does not know', func, args);
      return [false, `${func} is not simulated`];
  }
}

/** As Teams answers: an error or nothing, and whether it is shared. */
function shareAnswer({ share }: TeamsHostOptions, url: string): unknown[] {
  try {
    if (share === undefined) throw new Error('there is no meeting');
    share(url);
    return [null, true];
  } catch (error) {
    return [{ errorCode: 1000, message: error instanceof Error ? error.message : String(error) }, null];
  }
}
