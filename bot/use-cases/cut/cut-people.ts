import type { RoundCut } from '../../domain/judging/round-cut.ts';
import type { PersonId } from '../../domain/person.ts';

/** Everybody who decided something of a cut that stands. */
export function peopleIn({ decisions, proposed, fixed }: RoundCut): PersonId[] {
  const signed = [proposed, fixed].flatMap((each) => each?.by ?? []);
  return [...new Set([...decisions.map(({ by }) => by), ...signed])];
}
