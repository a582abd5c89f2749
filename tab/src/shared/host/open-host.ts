import { app, authentication, FrameContexts } from '@microsoft/teams-js';

export type HostTheme = 'default' | 'dark' | 'contrast';

/** A tab of its own, or with a meeting: beside it, or before everybody in it. */
export type HostPlace = 'tab' | 'side-panel' | 'meeting-stage';

/** The Teams that this page is shown in. */
export interface Host {
  place: HostPlace;
  theme: HostTheme;
  /** As the browser writes them: `nl-nl`. */
  locale: string;
  /** What a deep link pointed at: `submission:…`. */
  subPage: string | undefined;
  /** Somebody's Teams token; Teams keeps it and gives a new one in time. */
  token(): Promise<string>;
  onThemeChange(heard: (theme: HostTheme) => void): void;
  /** There is something to see: Teams takes its own waiting sign away. */
  shown(): void;
}

/** The page was opened somewhere that isn't Teams. */
class OutsideTeamsError extends Error {
  readonly code = 'outside-teams';
}

const answersWithinMs = 10_000;

/**
 * Makes itself known to Teams and asks where it is.
 * @throws OutsideTeamsError when nobody answers
 */
export async function openHost(): Promise<Host> {
  if (window.parent === window && window.opener === null) throw new OutsideTeamsError('not in a frame');
  await answered(app.initialize(await furtherOrigins()));
  app.notifyAppLoaded();
  const { app: place, page } = await answered(app.getContext());
  return {
    place: placeOf(page.frameContext),
    theme: themeOf(place.theme),
    locale: place.locale,
    subPage: page.subPageId === '' ? undefined : page.subPageId,
    token: () => authentication.getAuthToken(),
    onThemeChange: (heard) => app.registerOnThemeChangeHandler((theme) => heard(themeOf(theme))),
    shown: () => void app.notifySuccess(),
  };
}

function placeOf(context: FrameContexts): HostPlace {
  if (context === FrameContexts.meetingStage) return 'meeting-stage';
  return context === FrameContexts.sidePanel ? 'side-panel' : 'tab';
}

function themeOf(name: string): HostTheme {
  return name === 'dark' || name === 'contrast' ? name : 'default';
}

/** Hosts that the server's settings trust besides Teams' own: none in production. */
async function furtherOrigins(): Promise<string[]> {
  try {
    const response = await fetch(new URL('hosts.json', document.baseURI), {
      signal: AbortSignal.timeout(answersWithinMs),
    });
    const answer: unknown = response.ok ? await response.json() : undefined;
    if (typeof answer !== 'object' || answer === null || !('hostOrigins' in answer)) return [];
    const { hostOrigins } = answer;
    return Array.isArray(hostOrigins) ? hostOrigins.filter((origin) => typeof origin === 'string') : [];
  } catch (error) {
    // Teams itself is trusted without the list; that the server is away shows at the first question.
    console.warn('the list of further hosts is not there', error);
    return [];
  }
}

async function answered<T>(answer: Promise<T>): Promise<T> {
  let timer: number | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = window.setTimeout(() => reject(new OutsideTeamsError('no answer')), answersWithinMs);
  });
  try {
    return await Promise.race([answer, late]);
  } catch (error) {
    throw error instanceof OutsideTeamsError ? error : new OutsideTeamsError('refused', { cause: error });
  } finally {
    window.clearTimeout(timer);
  }
}
