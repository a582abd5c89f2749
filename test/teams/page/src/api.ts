import type {
  ConversationView,
  DialogAnswer,
  FaultPlan,
  MessageView,
  PersonView,
  SayRequest,
  SearchRequest,
  TabContext,
  TapAnswer,
  TapRequest,
} from '../../page-api.ts';
import type { Theme } from './themes.ts';

interface Answers {
  people: PersonView[];
  conversations: ConversationView[];
  messages: MessageView[];
  say: { messageId: string };
  tap: TapAnswer;
  dialog: DialogAnswer;
  search: { results: { title: string; value: string }[] };
  'tab-context': TabContext;
  'tab-token': { token: string };
  faults: FaultPlan;
}

/** The simulator answered with another status than 200, or not at all (status 0). */
class SimulatorError extends Error {
  readonly code = 'simulator';
  readonly status: number;

  constructor(call: string, status: number, options?: ErrorOptions) {
    super(`${call}: ${status}`, options);
    this.name = 'SimulatorError';
    this.status = status;
  }
}

/** The calls of page-api.ts, each as a function. All throw {@link SimulatorError}. */
export const api = {
  people: () => call('people'),
  conversations: (person: string) => call('conversations', { query: { person } }),
  messages: (person: string, conversation: string) => call('messages', { query: { person, conversation } }),
  say: (body: SayRequest) => call('say', { method: 'POST', body }),
  tap: (body: TapRequest) => call('tap', { method: 'POST', body }),
  tapInDialog: (body: TapRequest) => call('dialog', { method: 'POST', body }),
  search: (body: SearchRequest) => call('search', { method: 'POST', body }),
  tabContext: (person: string, theme: Theme) => call('tab-context', { query: { person, theme } }),
  tabToken: (person: string) => call('tab-token', { method: 'POST', body: { person } }),
  faults: () => call('faults'),
  setFaults: (body: FaultPlan) => call('faults', { method: 'PUT', body }),
  eventsAddress: (person: string) => addressOf('events', { person }),
};

interface Call {
  method?: 'GET' | 'POST' | 'PUT';
  query?: Record<string, string>;
  body?: unknown;
}

async function call<Name extends keyof Answers>(name: Name, given: Call = {}): Promise<Answers[Name]> {
  const response = await fetch(addressOf(name, given.query), {
    method: given.method ?? 'GET',
    headers: { 'content-type': 'application/json' },
    body: given.body === undefined ? undefined : JSON.stringify(given.body),
  }).catch((cause: unknown) => {
    throw new SimulatorError(name, 0, { cause });
  });
  if (!response.ok) throw new SimulatorError(name, response.status);
  // @NOTE page and server are one program, built together from page-api.ts: that contract is the check.
  return (await response.json()) as Answers[Name];
}

function addressOf(name: string, query: Record<string, string> = {}): string {
  const search = new URLSearchParams(query).toString();
  return `/simulator/api/${name}${search === '' ? '' : `?${search}`}`;
}
