import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { EditionDraft } from '../../../../bot/http/contract/edition.ts';
import { useApi } from '../../shared/api/api-context.ts';
import { hrefOf } from '../../shared/navigation/route.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { ChoiceLinks } from '../../shared/ui/choice-links.tsx';
import { ListSkeleton } from '../../shared/ui/list-skeleton.tsx';
import { lazy, Suspense } from 'react';
import { CategoriesPlace } from './categories-place.tsx';
import { ChannelsPlace } from './channels-place.tsx';
import { CheckPlace } from './check-place.tsx';
import { CriteriaPlace } from './criteria-place.tsx';
import { DatesPlace } from './dates-place.tsx';
import type { DraftWriter } from './draft-writer.ts';
import styles from './editor.module.css';
import { FindingsContext } from './findings.ts';
import { IntakePlace } from './intake-place.tsx';
import { PeoplePlace } from './people-place.tsx';
import type { PlaceName } from './places.ts';
import { atOf, placeNames, placeOf } from './places.ts';
import { askDraft } from './questions.ts';
import { TextsPlace } from './texts-place.tsx';
import { useSay } from './texts.ts';
import type { Writing } from './use-draft.ts';
import { useDraftWriter, useWriting } from './use-draft.ts';

/** With Microsoft's renderer of cards, which nobody else in the tab needs. */
const PreviewPlace = lazy(async () => {
  const { PreviewPlace: place } = await import('./preview-place.tsx');
  return { default: place };
});

/** One edition, to write at. */
export function Editor({ id, place }: { id: string; place: PlaceName }) {
  const writer = useDraftWriter(id);
  const query = useQuery(askDraft(useApi(), id));
  return (
    <Answer query={query} skeleton={<ListSkeleton />}>
      {(draft) => <Written draft={draft} writer={writer} place={place} />}
    </Answer>
  );
}

function Written({ draft, writer, place }: { draft: EditionDraft; writer: DraftWriter; place: PlaceName }) {
  const say = useSay();
  const writing = useWriting(draft, writer);
  const wrong = (name: PlaceName) =>
    draft.findings.filter(({ at, severity }) => severity === 'fault' && placeOf(at) === name).length;
  return (
    <>
      <div className={styles.head}>
        <a href={hrefOf({ screen: 'edition' })}>{say('edition.back')}</a>
        <h2 className={styles.title}>{writing.parts.general.name || say('edition.nameless')}</h2>
        <p className={styles.line}>{say(`edition.is.${standing(draft)}`)}</p>
        <SaveMark writing={writing} />
      </div>
      <ChoiceLinks
        label={say('edition.places')}
        look="pills"
        chosen={place}
        choices={placeNames.map((name) => ({
          key: name,
          text: say('edition.place', { name: say(`edition.place.${name}`), count: wrong(name) }),
          href: hrefOf({ screen: 'edition', at: atOf(draft.id, name) }),
        }))}
      />
      <Conflicts writing={writing} />
      <FindingsContext value={draft.findings}>
        <Place place={place} writing={writing} />
      </FindingsContext>
    </>
  );
}

function standing({ isRunning, isKept, status }: EditionDraft) {
  const live = isRunning ? 'running' : isKept ? 'ready' : 'new';
  return status === 'draft' && live !== 'new' ? (`${live}-changed` as const) : live;
}

function Place({ place, writing }: { place: PlaceName; writing: Writing }) {
  switch (place) {
    case 'dates':
      return <DatesPlace writing={writing} />;
    case 'categories':
      return <CategoriesPlace writing={writing} />;
    case 'criteria':
      return <CriteriaPlace writing={writing} />;
    case 'intake':
      return <IntakePlace writing={writing} />;
    case 'texts':
      return <TextsPlace writing={writing} />;
    case 'people':
      return <PeoplePlace writing={writing} />;
    case 'channels':
      return <ChannelsPlace writing={writing} />;
    case 'preview':
      return (
        <Suspense fallback={<ListSkeleton rows={3} />}>
          <PreviewPlace writing={writing} />
        </Suspense>
      );
    case 'check':
      return <CheckPlace writing={writing} />;
    default:
      return place satisfies never;
  }
}

/** Whether what was typed is kept; nothing needs to be pressed for it. */
function SaveMark({ writing: { state } }: { writing: Writing }) {
  const say = useSay();
  const isBusy = Object.keys(state.pending).length > 0 && !['waiting', 'refused'].includes(state.mark);
  const mark = isBusy ? 'saving' : state.mark;
  return (
    <p role="status" className={styles.mark} data-mark={mark}>
      {mark === 'idle' ? '' : say(`edition.mark.${mark}`)}
    </p>
  );
}

/** Somebody else changed the same part: nobody's words go by themselves. */
function Conflicts({ writing: { state, writer, draft } }: { writing: Writing }) {
  const say = useSay();
  return state.conflicts.map((part) => (
    <div key={part} role="alert" className={styles.conflict}>
      <p>
        {say('edition.conflict', { part: say(`edition.part.${part}`), name: draft.lastBy?.name ?? 'none' })}
      </p>
      <div className={styles.acts}>
        <Button size="small" onClick={() => writer.keepMine(part)}>
          {say('edition.conflict.mine')}
        </Button>
        <Button size="small" onClick={() => writer.takeTheirs(part)}>
          {say('edition.conflict.theirs')}
        </Button>
      </div>
    </div>
  ));
}
