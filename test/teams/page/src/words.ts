import type { OutboundFault, PersonView, FaultPlan } from '../../page-api.ts';
import type { Theme } from './themes.ts';

/** Every word of this page's own, in Dutch. What the bot says is its own affair. */
export const words = {
  simulation: 'Nagespeeld Teams – alles op deze computer',
  app: 'GemeenteDelers',
  windowTitle: (name: string) => `${name} – Nagespeeld Teams`,
  loading: 'Even laden…',
  retry: 'Opnieuw proberen',
  close: 'Sluiten',
  noSimulator: 'De simulator antwoordt niet. Draait npm start nog?',
  reconnecting: 'De verbinding is weg. Ik blijf het proberen.',

  navigation: 'Onderdelen',
  chat: 'Chat',
  conversations: 'Gesprekken',
  noConversations: 'U hebt nog geen gesprekken.',
  back: 'Terug naar de gesprekken',
  unread: (count: number) => (count === 1 ? '1 ongelezen bericht' : `${count} ongelezen berichten`),

  switchPerson: (name: string) => `Wissel van persoon, nu ${name}`,
  people: {
    submitter: 'Indieners',
    judge: 'Juryleden',
    chair: 'Juryvoorzitter',
    organiser: 'Organisator',
  } satisfies Record<PersonView['kind'], string>,
  secondWindow: 'Nog een venster openen',

  switchTheme: (theme: string) => `Kies het uiterlijk, nu ${theme}`,
  themes: { default: 'licht', dark: 'donker', contrast: 'hoog contrast' } satisfies Record<Theme, string>,

  messages: (conversation: string) => `Berichten in ${conversation}`,
  thread: (name: string, time: string) => `Draad van ${name}, ${time}`,
  by: (name: string, time: string) => `${name}, ${time}`,
  today: 'Vandaag',
  yesterday: 'Gisteren',
  edited: 'Bewerkt',
  deleted: 'Dit bericht is verwijderd.',
  emptyChat: 'Nog geen berichten. Typ bijvoorbeeld "hoi" om te beginnen.',
  emptyChannel: 'Nog geen berichten in dit kanaal.',
  earlierReplies: (count: number) => (count === 1 ? '1 eerder antwoord' : `${count} eerdere antwoorden`),

  typeMessage: 'Typ een bericht',
  typeReply: 'Typ een antwoord',
  send: 'Versturen',
  mention: '@GemeenteDelers',
  mentionAbout: 'Noem de bot, zodat hij dit bericht zeker hoort',
  notSent: 'Uw bericht is niet verstuurd. Probeer het nog eens.',

  card: (number: number) => `Kaart ${number}`,
  unreachable: 'Kan de app niet bereiken',
  moreActions: 'Meer acties',
  brokenCard: 'Deze kaart kan niet worden getekend.',

  dialogCard: 'Formulier',
  discard: 'Wilt u stoppen met dit formulier?',
  discardAbout: 'Wat u hier hebt ingevuld, is nog niet verstuurd en gaat verloren.',
  keep: 'Verder invullen',
  throwAway: 'Stoppen',

  tab: 'Tabblad GemeenteDelers',
  tabStarting: 'Het tabblad wordt geopend…',
  tabFailed: (reason: string) => `Het tabblad meldt dat het niet kan starten: ${reason}`,
  tabNotThere: 'Het tabblad is niet te openen.',

  faults: 'Storingen',
  faultsCount: (count: number) => `Storingen, ${count} actief`,
  faultsAbout: 'Laat het verkeer tussen de bot en Teams haperen, en kijk of de app zich houdt.',
  outbound: 'Van de bot naar Teams',
  inbound: 'Van Teams naar de bot',
  addFault: 'Toevoegen',
  removeFault: (fault: string) => `Weghalen: ${fault}`,
  noFaults: 'Geen storingen ingesteld.',
  faultOn: 'Bij',
  faultHow: 'Wat gebeurt er',
  faultTimes: 'Hoe vaak',
  on: { send: 'versturen', edit: 'bewerken', delete: 'verwijderen', any: 'alles' } satisfies Record<
    OutboundFault['on'],
    string
  >,
  how: {
    '429': '429 te druk',
    '412': '412 mislukt',
    '500': '500 fout',
    '502': '502 fout',
    slow: 'traag',
    'cut-before': 'verbinding weg, niet aangenomen',
    'cut-after': 'verbinding weg, wel aangenomen',
  } satisfies Record<OutboundFault['how'], string>,
  times: (times: OutboundFault['times']) => {
    if (times === 'each-once') return 'elke aanroep één keer';
    return times < 0 ? 'altijd' : `nog ${times} keer`;
  },
  timesChoice: {
    '1': '1 keer',
    '3': '3 keer',
    '10': '10 keer',
    'each-once': 'elke aanroep één keer',
    '-1': 'altijd',
  },
  inboundModes: {
    none: 'elk bericht één keer',
    'same-id': 'elk bericht twee keer, met hetzelfde nummer',
    'new-id': 'elk bericht twee keer, met een nieuw nummer',
    'at-once': 'elk bericht twee keer tegelijk',
  } satisfies Record<FaultPlan['inbound']['mode'], string>,
} as const;
