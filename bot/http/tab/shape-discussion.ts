import type { DiscussionLine } from '../../domain/discussion.ts';
import { isDeleted, placeInTime } from '../../domain/discussion.ts';
import { localText } from '../../domain/edition/edition.ts';
import type { Language, PersonId } from '../../domain/person.ts';
import type { DiscussionView } from '../../use-cases/judging/view-discussion.ts';
import type { Discussion, TalkLine } from '../contract/discussion.ts';
import { threadLink } from './thread-link.ts';

/** Field by field, as in shape.ts: of who talks the name, and no more. */
export function shapeDiscussion({ who, rounds }: DiscussionView, language: Language): Discussion {
  return {
    rounds: rounds.map(({ round, lines, isFull, thread }) => ({
      roundId: round.id,
      name: localText(round.name, language),
      link: thread && threadLink(thread),
      complete: !isFull,
      lines: lines.map((line) => shapeTalk(line, who)),
    })),
  };
}

function shapeTalk(line: DiscussionLine, who: PersonId): TalkLine {
  return {
    id: line.messageId,
    author: line.authorName,
    mine: line.author === who,
    at: placeInTime(line),
    text: line.text,
    cut: line.isCut,
    attachment: line.hasAttachment,
    edited: line.editedAt !== undefined,
    deleted: isDeleted(line),
  };
}
