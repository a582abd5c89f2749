import type { Language } from '../domain/person.ts';
import type { Abstention } from '../domain/judging/abstention.ts';
import { momentText } from '../texts/dates.ts';
import { speak } from '../texts/texts.ts';
import type { AbstentionView } from '../use-cases/judging/abstain.ts';
import type { JuryPostView } from '../use-cases/judging/view-jury-post.ts';
import type { ChatWay } from './chat-way.ts';
import { wayValues } from './chat-way.ts';
import { plainLine } from './escape.ts';
import type { Card } from './expand-card.ts';
import { expandCard } from './expand-card.ts';
import { progressText } from './jury-post-card.ts';
import { undoingText } from './jury-round-text.ts';
import { submissionValues } from './jury-submission-lines.ts';
import type { TabLink } from './tab-link.ts';

export interface AbstentionDrawing {
  view: AbstentionView & { abstention: Abstention };
  progress: Pick<JuryPostView, 'handedIn' | 'judges'>;
  /** The judge's own id in Teams, so that Teams keeps their view up to date. */
  teamsUserId?: string;
  /** In the judge's own chat, where to go from here. */
  way?: ChatWay;
}

const reasonShown = 300;

/** What a judge who abstains sees in the place of the post: why, and the way back. */
export function ownAbstentionCard(language: Language, drawing: AbstentionDrawing, link: TabLink): Card {
  return expandCard('own-abstention', ownAbstentionValues(language, drawing, link));
}

/** What `adaptive-cards/own-abstention` is filled with. */
export function ownAbstentionValues(
  language: Language,
  { view, progress, teamsUserId, way }: AbstentionDrawing,
  link: TabLink,
) {
  const { abstention, edition, roundPhase } = view;
  const say = speak(language);
  const submission = submissionValues(language, view, link);
  return {
    ...submission,
    overline: say('sheet.overline', { number: submission.number }),
    state: say('abstention.state', { moment: momentText(language, abstention.updatedAt, edition.zone) }),
    reason: say('abstention.reason', { reason: plainLine(abstention.reason, reasonShown) }),
    kept: say('abstention.kept', { kept: keptOf(view) }),
    progress: progressText(language, progress),
    when: undoingText(language, view),
    mayUndo: roundPhase === 'open',
    undoLabel: say('abstention.undo'),
    revision: abstention.revision,
    ...wayValues(language, way),
    refreshFor: teamsUserId === undefined ? [] : [teamsUserId],
  };
}

function keptOf({ sheet }: AbstentionView): 'handedIn' | 'draft' | 'nothing' {
  if (sheet === undefined) return 'nothing';
  return sheet.status === 'handed-in' ? 'handedIn' : 'draft';
}
