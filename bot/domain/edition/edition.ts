import type { Instant, PlainDay, ZoneName } from '../instant.ts';
import type { Language } from '../person.ts';

/** A text that organisers write, per language; Dutch is always there. */
export type LocalText = { nl: string } & { [L in Language]?: string };

/** One year of the programme, with all its settings. (GD1) */
export interface Edition {
  id: string;
  name: string;
  /** What submission numbers begin with: `GD27` gives `GD27-0042`. */
  numberPrefix: string;
  zone: ZoneName;
  opensAt: Instant;
  /** The first moment at which handing in is no longer possible. (GD6) */
  closesAt: Instant;
  /** The day from which an initiative's age counts back. (GD5) */
  referenceDay: PlainDay;
  maximumAgeYears: number;
  /** What the intake asks, in this order. */
  steps: EditionStep[];
  /** What an initiative has to be to take part, as questions that anybody can answer. (GD5) */
  conditions: Condition[];
  /** What a submitter agrees to when handing in. */
  consent: LocalText;
  /** A nomination can ask the contact over there to confirm it. */
  invitesNominated: boolean;
  /** Days before the closing on which somebody with an unfinished draft is reminded. */
  remindDaysBefore: number[];
  categories: Category[];
  rounds: Round[];
  /** Where the organisers have words of their own. */
  texts?: EditionTexts;
  /** Made to look around in: screens say so. */
  example: boolean;
}

/** What organisers may say in their own words; without them the product has its own. Plain text, on one line. */
export interface EditionTexts {
  /** The first words to somebody who hands in for the first time. */
  welcome?: LocalText;
  /** What the receipt says of what happens next. */
  receipt?: LocalText;
}

/** The questions that the product knows by itself. */
export const knownSteps = [
  'whose',
  'participant',
  'partners',
  'title',
  'description',
  'similar',
  'category',
  'finished',
  'proof',
  'conditions',
  'contact',
  'contact-there',
  'consent',
] as const;

export type KnownStepId = (typeof knownSteps)[number];

export type EditionStep =
  | { ask: KnownStepId; optional?: boolean }
  /** A question of the edition's own; its id begins with `own-`. */
  | OwnQuestion;

export type OwnQuestion = {
  id: string;
  /** What an overview calls it. */
  label: LocalText;
  question: LocalText;
  explanation?: LocalText;
  optional?: boolean;
} & (
  | { ask: 'line' | 'lines'; /** Characters. */ most?: number }
  | { ask: 'choice'; options: { id: string; name: LocalText; explanation?: LocalText }[] }
);

export interface Condition {
  id: string;
  question: LocalText;
  /** `rule`: "no" keeps it out at handing in. `judgement`: the jury weighs the answer. */
  kind: 'rule' | 'judgement';
  /** What is said when "no" keeps it out: why, and what can be done. */
  refusal?: LocalText;
}

export interface Category {
  id: string;
  name: LocalText;
  explanation: LocalText;
}

export type RoundId = 'preselection' | 'assessment' | 'pitch';

export interface Round {
  id: RoundId;
  name: LocalText;
  opensAt: Instant;
  closesAt: Instant;
  criteria: Criterion[];
  scale: Scale;
  /** How many per category go on. */
  shortlistSize: number;
  /** Who judges what; everybody judges everything unless told. */
  assignment?: 'everybody' | { perSubmission: number };
  /** When handed-in sheets are said to diverge; see `divergenceOf` for what it is unless told. */
  divergence?: Divergence;
  /** Days before the closing on which judges with something left are reminded; a week and a day unless told. */
  remindDaysBefore?: number[];
  /** Which score puts the submissions in order; the calibrated one where the scores support it unless told. */
  ranking?: RoundRanking;
}

/** What the order of a round goes by. Both scores are always shown. */
export interface RoundRanking {
  decides: 'calibrated-where-supported' | 'fair-mean' | 'calibrated';
  /** How the calibrated score is worked out; by the number of judges unless told. */
  method?: 'reml' | 'additive';
  /** Who sees the standings: who leads, unless the judges may too, once their sheets are frozen. */
  shownTo?: 'leaders' | 'jury';
}

export const usualRanking: RoundRanking = { decides: 'calibrated-where-supported' };

/** How far apart scores on a criterion have to be, in points of the scale, before the jury is asked to talk. */
export type Divergence =
  | 'off'
  /** Highest minus lowest. `early`: when three sheets are in, also while others still have to score. */
  | { range: number; early?: boolean }
  /** Of the sample (n - 1). */
  | { standardDeviation: number; early?: boolean };

/** Whole numbers, both ends included. */
export interface Scale {
  lowest: number;
  highest: number;
  /** What a score stands for, for as many of them as the organiser describes. */
  anchors?: ScaleAnchor[];
}

export interface ScaleAnchor {
  value: number;
  text: LocalText;
}

export interface Criterion {
  id: string;
  name: LocalText;
  explanation: LocalText;
  /** Relative to the other criteria of the round; more than 0. */
  weight: number;
}

/** How far apart scores may be before that is much, unless a round says: three fifths of the scale, upwards. */
export function usualRange({ lowest, highest }: Pick<Scale, 'lowest' | 'highest'>): number {
  return Math.max(1, Math.ceil(((highest - lowest) * 3) / 5));
}

export type Phase = 'before' | 'open' | 'closed';

/** Whether something with an opening and a closing is open at `now`; the closing moment itself is too late. */
export function phaseOf(period: { opensAt: Instant; closesAt: Instant }, now: Instant): Phase {
  if (now < period.opensAt) return 'before';
  return now < period.closesAt ? 'open' : 'closed';
}

export function categoryOf(edition: Edition, categoryId: string): Category | undefined {
  return edition.categories.find((category) => category.id === categoryId);
}

export function roundOf(edition: Edition, roundId: string): Round | undefined {
  return edition.rounds.find((round) => round.id === roundId);
}

/** The round that is open at `now`, or else the last one that was, or else the first. */
export function currentRound(edition: Edition, now: Instant): Round | undefined {
  const begun = edition.rounds.filter((round) => round.opensAt <= now);
  return begun.findLast((round) => phaseOf(round, now) === 'open') ?? begun.at(-1) ?? edition.rounds[0];
}

export function localText(text: LocalText, language: Language): string {
  return text[language] ?? text.nl;
}
