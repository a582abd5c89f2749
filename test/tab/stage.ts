import type { TalkLine } from '../../bot/http/contract/discussion.ts';
import type { Me } from '../../bot/http/contract/me.ts';
import type { SubmissionLine } from '../../bot/http/contract/parts.ts';
import type { Start } from '../../bot/http/contract/start.ts';

/** Who may open the tab in these tests. */
export type Actor = 'organiser' | 'chair' | 'juror' | 'civilServant' | 'newcomer' | 'stranger';

/** What the server of these tests knows; a test changes it and then says that it changed. */
export interface Stage {
  hasEdition: boolean;
  example: boolean;
  shortlistSize: number;
  /** Of the round that judges are in. */
  roundPhase: 'before' | 'open' | 'closed';
  asOf: string;
  /** Which score decides the order. */
  decides: 'supported' | 'fair-mean' | 'calibrated';
  /** `none`: not ranked yet; `earlier`: newer scores are being ranked. */
  ranked: 'none' | 'earlier' | 'current';
  entries: Entry[];
  /** What the start says otherwise than on an ordinary day of judging. */
  start?: Partial<Start>;
}

export interface Entry {
  id: string;
  title: string;
  participant: string;
  categoryId: 'direct' | 'indirect';
  description: string;
  /** One mean for each score sheet that was handed in: of the first judge, the second, and so on. */
  means: number[];
  /** Of the judge in these tests. */
  own: 'none' | 'draft' | 'handed-in' | 'conflict';
  /** Handed in by the civil servant in these tests. */
  mine?: 'submitted' | 'withdrawn';
  nominated?: boolean;
  /** What the jury said. */
  talk?: TalkLine[];
  talkIsIncomplete?: boolean;
}

/** A stage as it is on an ordinary day of judging. */
export function newStage(): Stage {
  return {
    hasEdition: true,
    example: true,
    shortlistSize: 3,
    roundPhase: 'open',
    asOf: '2026-12-03T13:03:00.000Z',
    decides: 'supported',
    ranked: 'current',
    entries: [
      {
        ...entry('a1', 'Digitale Balie', 'Rotterdam', 'direct', [4.4, 4.2, 4.6, 4], 'handed-in'),
        talk: someTalk(),
      },
      entry(
        'a2',
        'Samen het groen in: bewoners onderhouden zelf hun straat',
        'Zwolle',
        'direct',
        [4, 3.6],
        'conflict',
      ),
      entry('a3', 'Eén loket voor jonge mantelzorgers', "'s-Gravenhage", 'direct', [3.8, 3.8], 'draft'),
      entry('a4', 'Tozo door robots', 'Leeuwarden', 'direct', [3.2, 2.8, 3], 'none'),
      entry('a5', 'Gezonde aanpak met drinkflessen op basisscholen', 'Purmerend', 'direct', [], 'none'),
      {
        ...entry('b1', 'Datagedreven handhaving', 'Utrecht', 'indirect', [4.1, 3.9], 'none'),
        mine: 'submitted',
      },
      {
        ...entry('b2', 'Inkoopboek', 'Amersfoort', 'indirect', [3.5], 'none'),
        mine: 'withdrawn',
        nominated: true,
      },
    ],
  };
}

function entry(
  id: string,
  title: string,
  participant: string,
  categoryId: Entry['categoryId'],
  means: number[],
  own: Entry['own'],
): Entry {
  const description = `${title} helpt inwoners sneller.\n\nWat het is:\n  1. <b>eerst</b> kijken\n  2. dan doen & delen`;
  return { id, title, participant, categoryId, description, means, own };
}

/** One of each thing that can become of a message. */
function someTalk(): TalkLine[] {
  const said = (
    id: string,
    author: string,
    at: string,
    text: string,
    more: Partial<TalkLine> = {},
  ): TalkLine => ({
    ...{ id, author, at, text, mine: false, cut: false, attachment: false, edited: false, deleted: false },
    ...more,
  });
  const plain = 'Mooi dat inwoners zelf hebben meegedacht. Ik mis alleen wat het kost.';
  const long = `Zie https://www.rotterdam.example/${'een-heel-lang-adres-'.repeat(8)}\n\n1. <b>eerst</b> de balie\n2. dan de app`;
  return [
    said('1', 'Petra Vermeulen', '2025-12-01T09:12:00.000Z', plain),
    said(
      '2',
      'Jurylid 1',
      '2026-12-02T14:30:00.000Z',
      'Dat staat in het onderzoek: € 40.000 in het eerste jaar.',
      { mine: true, edited: true },
    ),
    said('3', 'Jurylid 3 van der Lange-Achternaam', '2026-12-03T08:05:00.000Z', '', { deleted: true }),
    said('4', 'Jurylid 4', '2026-12-03T10:41:00.000Z', long, { cut: true }),
    said('5', 'Jurylid 1', '2026-12-03T12:55:00.000Z', '', { mine: true, attachment: true }),
  ];
}

export function lineOf(stage: Stage, { id, title, participant, categoryId }: Entry): SubmissionLine {
  const number = `GD27-${String(stage.entries.findIndex((each) => each.id === id) + 1).padStart(4, '0')}`;
  return { id, number, title, participant, categoryId, example: stage.example };
}

export function judgesOf({ own }: Entry): number {
  return own === 'conflict' ? 4 : 5;
}

export function meanOf(means: readonly number[]): number | undefined {
  return means.length === 0 ? undefined : means.reduce((sum, mean) => sum + mean, 0) / means.length;
}

const rolesOf: Record<Actor, Me['roles']> = {
  organiser: ['organiser'],
  chair: ['chair'],
  juror: ['juror'],
  civilServant: [],
  newcomer: [],
  stranger: [],
};

const nothing: Me['may'] = {
  ...{ submissions: false, score: false, leaderboard: false, shortlist: false },
  ...{ progress: false, juryRoom: false, edition: false },
};

export function meOf(stage: Stage, actor: Actor, language: 'nl' | 'en'): Me {
  const roles = rolesOf[actor];
  const leads = actor === 'organiser' || actor === 'chair';
  const period = {
    opensAt: '2026-10-01T07:00:00.000Z',
    closesAt: '2026-12-18T23:00:00.000Z',
    phase: 'open',
  } as const;
  const may: Me['may'] = {
    submissions: roles.length > 0,
    score: actor === 'juror',
    leaderboard: leads,
    shortlist: leads,
    progress: roles.length > 0,
    juryRoom: leads,
    edition: actor === 'organiser',
  };
  if (!stage.hasEdition) {
    return {
      name: actor,
      language,
      roles: [],
      may: nothing,
      standings: [],
    };
  }
  return {
    name: actor,
    language,
    roles,
    may,
    standings: leads ? ['direct', 'indirect'] : [],
    edition: {
      id: 'gd27',
      name: 'GemeenteDelers 2027',
      zone: 'Europe/Amsterdam',
      ...period,
      categories: [
        { id: 'direct', name: language === 'nl' ? 'Direct' : 'Direct help', explanation: 'Voor inwoners.' },
        {
          id: 'indirect',
          name: language === 'nl' ? 'Indirect' : 'Indirect help',
          explanation: 'Voor de gemeente.',
        },
      ],
      example: stage.example,
    },
    round: {
      id: 'preselection',
      name: language === 'nl' ? 'Voorselectie' : 'Preselection',
      ...period,
      phase: stage.roundPhase,
      shortlistSize: stage.shortlistSize,
      scale: { lowest: 1, highest: 5 },
    },
  };
}
