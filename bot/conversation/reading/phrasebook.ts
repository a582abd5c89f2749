import words from './sentence-words.json' with { type: 'json' };
import { isSlip } from './slips.ts';
import { bareWords } from './words.ts';

/**
 * What kind of answer is asked where something is said. Where any words are an answer (`free-text`: a title, a
 * description), a sentence is taken for something else only when it is plainly about the conversation.
 */
export type AnswerKind = 'free-text' | 'choice';

/** Finds what somebody means among phrases, whatever words stand around it. */
export interface Phrasebook<Meaning extends string> {
  /** It is one of the phrases, but for a slip of the finger in a long one. */
  exactly(text: string): Meaning | undefined;
  /** It is a sentence that says nothing but one of the phrases. */
  inSentence(text: string, at: AnswerKind): Meaning | undefined;
}

const mostCharacters = 160;
const mostWords = 14;
const leastForSlip = 7;

export function createPhrasebook<Meaning extends string>(
  lists: readonly Record<Meaning, readonly string[]>[],
): Phrasebook<Meaning> {
  const entries = lists.flatMap(listed);
  const literal = new Map(entries.map(({ phrase, meaning }) => [phrase, meaning]));
  const byGist = new Map(entries.map(({ phrase, meaning }) => [gistOf(phrase.split(' ')), meaning]));
  const long = entries.filter(({ phrase }) => significant(phrase.split(' ')).length > 1);
  const vocabulary = vocabularyOf(entries.map(({ phrase }) => phrase));

  function meant(said: string[], at: AnswerKind): Meaning | undefined {
    const { rest, framed } = unframed(said);
    const addressed = framed || said.some((word) => own.has(word));
    const found = [said, rest, withoutSoft(said), withoutSoft(rest)]
      .map((each) => byGist.get(gistOf(each)))
      .find((meaning) => meaning !== undefined);
    if (found !== undefined && (addressed || at === 'choice')) return found;
    return at === 'choice' ? contained(said) : undefined;
  }

  function slipped(said: string): Meaning | undefined {
    const near = entries.filter(({ phrase }) => phrase.length >= leastForSlip && isSlip(said, phrase));
    return new Set(near.map(({ meaning }) => meaning)).size === 1 ? near[0]?.meaning : undefined;
  }

  /** "ik had me vergist, een stap terug graag". */
  function contained(said: string[]): Meaning | undefined {
    if (said.some((word) => negations.has(word))) return undefined;
    const spoken = ` ${significant(said).join(' ')} `;
    const found = long.filter(({ phrase }) =>
      spoken.includes(` ${significant(phrase.split(' ')).join(' ')} `),
    );
    const meanings = new Set(found.map(({ meaning }) => meaning));
    return meanings.size === 1 ? found[0]?.meaning : undefined;
  }

  return {
    exactly(text) {
      const said = bareWords(text.slice(0, 2 * mostCharacters));
      return literal.get(said) ?? slipped(said);
    },
    inSentence(text, at) {
      if (text.length > mostCharacters) return undefined;
      for (const part of new Set([text, beforeReason(text)])) {
        const said = mended(undrawled(bareWords(part)).split(' '), vocabulary);
        const meaning = said.length > mostWords ? undefined : meant(said, at);
        if (meaning !== undefined) return meaning;
      }
      return undefined;
    },
  };
}

/** "hoiii" is "hoi". */
export function undrawled(words: string): string {
  return words.replace(/(\p{L})\1{2,}/gu, '$1');
}

const own = new Set(words.own);
const fillers = new Set(words.fillers);
const negations = new Set(words.negations);
const frames = words.frames.toSorted((a, b) => b.length - a.length);
const soft = new Set(words.softFillers);
const reason = new RegExp(
  `[\\s,.;]+(?:${words.reasons.join('|')})\\b.*$|[,.;]\\s*(?:${words.newClauses.join('|')})\\b.*$`,
  'isu',
);

function withoutSoft(said: readonly string[]): string[] {
  return said.filter((word) => !soft.has(word));
}

function beforeReason(text: string): string {
  return text.replace(reason, '');
}

function listed<Meaning extends string>(phrases: Record<Meaning, readonly string[]>) {
  // @NOTE a literal of ours: its keys are the ones that its type says
  const entries = Object.entries(phrases) as [Meaning, readonly string[]][];
  return entries.flatMap(([meaning, all]) => all.map((phrase) => ({ phrase, meaning })));
}

/** The words that carry the meaning, in any order: Dutch puts them in several. */
function gistOf(said: readonly string[]): string {
  return [...new Set(significant(said))].toSorted().join(' ');
}

function significant(said: readonly string[]): string[] {
  const bearing = said.filter((word) => !fillers.has(word));
  return bearing.length > 0 ? bearing : ['…', ...said];
}

/** Without "ik wil graag even", "nee wacht", "can we". */
function unframed(said: readonly string[]): { rest: string[]; framed: boolean } {
  let rest = said.join(' ');
  let framed = false;
  for (;;) {
    const bare = rest.replace(leadingFillers, '');
    const frame =
      frames.find((each) => rest.startsWith(`${each} `)) ??
      frames.find((each) => bare.startsWith(`${each} `));
    if (frame === undefined) return { rest: rest.split(' '), framed };
    rest = (rest.startsWith(`${frame} `) ? rest : bare).slice(frame.length + 1);
    framed = true;
  }
}

const leadingFillers = new RegExp(`^(?:(?:${words.fillers.join('|')}) )+`);

function vocabularyOf(phrases: readonly string[]): Set<string> {
  return new Set([...phrases, ...words.frames, ...words.fillers].flatMap((phrase) => phrase.split(' ')));
}

/** With each word that is a slip of the finger away from one that is known put right. */
function mended(said: readonly string[], vocabulary: ReadonlySet<string>): string[] {
  return said.map((word) => {
    if (word.length < 3 || vocabulary.has(word)) return word;
    const near = [...vocabulary].filter((known) => isSlip(word, known));
    return near.length === 1 && near[0] !== undefined ? near[0] : word;
  });
}
