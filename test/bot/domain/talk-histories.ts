import fc from 'fast-check';
import type { Talk, TalkKind } from '../../../bot/domain/discussion.ts';

/** Something about message `m-1`, in the given second. */
export function talkAt(kind: TalkKind, second: number, text = ''): Talk {
  return {
    kind,
    messageId: 'm-1',
    author: 't:juror',
    authorName: 'Jurylid 1',
    text,
    isCut: false,
    hasAttachment: false,
    at: new Date(Date.parse('2026-11-22T10:00:00.000Z') + second * 1_000).toISOString(),
  };
}

const text = fc.string({ minLength: 1, maxLength: 12 });

/** What can happen to a message in Teams, oldest first: said, then changed, taken away, brought back. */
export const anyHistory: fc.Arbitrary<Talk[]> = fc
  .tuple(text, fc.array(fc.tuple(fc.boolean(), text), { maxLength: 7 }))
  .map(([first, steps]) => {
    const history = [talkAt('new', 0, first)];
    let shown = first;
    let gone = false;
    for (const [index, [removes, next]] of steps.entries()) {
      const second = index + 1;
      if (gone) history.push(talkAt('restored', second, shown));
      else if (removes) history.push(talkAt('deleted', second));
      else history.push(talkAt('edited', second, (shown = next)));
      gone = history.at(-1)?.kind === 'deleted';
    }
    return history;
  });

/** Some order in which a history is told, everything once at least. */
export const anyOrder: fc.Arbitrary<(history: readonly Talk[]) => Talk[]> = fc
  .array(fc.nat(), { minLength: 8, maxLength: 30 })
  .map((picks) => (history) => {
    const again = picks.slice(8).flatMap((pick) => history[pick % history.length] ?? []);
    const all = [...history, ...again];
    return all
      .map((each, index) => ({ each, place: (picks[index % picks.length] ?? 0) * 31 + index * 17 }))
      .sort((one, other) => (one.place % 101) - (other.place % 101))
      .map(({ each }) => each);
  });
