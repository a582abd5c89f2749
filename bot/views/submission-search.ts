import { municipalityOf } from '../domain/municipality/municipality.ts';
import { municipalitiesIn, participantName } from '../domain/submission/participant.ts';
import type { Submission } from '../domain/submission/submission.ts';
import { fold } from './similar-words.ts';
import { createWordIndex } from './word-index.ts';

/** Submissions by the words that are in them. It knows nothing of who may see what. */
export interface SubmissionSearch {
  /** Puts a submission in, in place of what was there of it. */
  put(submission: Submission): void;
  /**
   * Those in which every word is: as it was typed, as part of one, or with a slip.
   * @param may is asked before one counts
   * @returns ids, and how well each fits: more is better; `undefined` when there is no word in what was typed
   */
  find(typed: string, may: (submissionId: string) => boolean): Map<string, number> | undefined;
}

const weights = { number: 8, title: 4, whose: 3, text: 1 } as const;

/** Who pastes a whole text is looking for what its beginning is about. */
const mostAsked = 12;

/** A copy of all words, in memory. */
export function createSubmissionSearch(): SubmissionSearch {
  const index = createWordIndex();
  return {
    put(submission) {
      const { id, number, title, description, proof, own } = submission;
      index.put(id, [
        { words: [String(number), String(number).padStart(4, '0')], weight: weights.number },
        { words: wordsIn(title), weight: weights.title },
        { words: wordsIn(placesOf(submission)), weight: weights.whose },
        // Whom to call about it is not for everybody who may read it.
        { words: wordsIn([description, proof, ...Object.values(own)].join(' ')), weight: weights.text },
      ]);
    },
    find(typed, may) {
      const words = wordsIn(typed).slice(0, mostAsked);
      return words.length === 0 ? undefined : index.find(words, may);
    },
  };
}

function wordsIn(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Whose it is and who worked on it, by all names that people use. */
function placesOf(submission: Submission): string {
  const all = [submission.participant, ...submission.partners].map(participantName);
  const others = municipalitiesIn(submission).flatMap((code) => {
    const municipality = municipalityOf(code);
    return municipality === undefined ? [] : [municipality.name, ...(municipality.aliases ?? [])];
  });
  return [...all, ...others].join(' ');
}
