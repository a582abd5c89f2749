import { lazy, Suspense } from 'react';
import type { Me } from '../../../../bot/http/contract/me.ts';
import { useMe } from '../../shared/me/me-context.ts';
import { hrefOf } from '../../shared/navigation/route.ts';
import { useRoute } from '../../shared/navigation/use-route.ts';
import { ChoiceLinks } from '../../shared/ui/choice-links.tsx';
import { ListSkeleton } from '../../shared/ui/list-skeleton.tsx';
import { JudgesPart } from './judges-part.tsx';
import { SubmissionsPart } from './submissions-part.tsx';
import { useSay } from './texts.ts';

type Part = 'judges' | 'submissions' | 'entries';

/** Brings what it is drawn with, which nobody else needs. */
const EntriesPart = lazy(async () => {
  const { EntriesPart: part } = await import('./entries-part.tsx');
  return { default: part };
});

/** How it goes: of each judge, of each submission, and of handing in. Who leads nothing has the submissions alone. */
export function ProgressScreen() {
  const say = useSay();
  const { roles, round } = useMe();
  const { at } = useRoute();
  const parts = partsFor(roles);
  const begin = round?.phase === 'before' ? parts.at(-1) : parts[0];
  const chosen = parts.find((part) => part === at) ?? begin ?? 'submissions';
  return (
    <>
      {parts.length > 1 && (
        <ChoiceLinks
          label={say('progress.parts')}
          look="pills"
          chosen={chosen}
          choices={parts.map((part) => ({
            key: part,
            text: say(`progress.part.${part}`),
            href: hrefOf({ screen: 'progress', at: part }),
          }))}
        />
      )}
      {chosen === 'judges' && <JudgesPart />}
      {chosen === 'submissions' && <SubmissionsPart />}
      {chosen === 'entries' && (
        <Suspense fallback={<ListSkeleton />}>
          <EntriesPart />
        </Suspense>
      )}
    </>
  );
}

function partsFor(roles: Me['roles']): Part[] {
  if (roles.includes('organiser')) return ['judges', 'submissions', 'entries'];
  return roles.includes('chair') ? ['judges', 'submissions'] : ['submissions'];
}
