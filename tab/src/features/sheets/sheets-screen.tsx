import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Sheets } from '../../../../bot/http/contract/jury-room.ts';
import { useApi } from '../../shared/api/api-context.ts';
import type { Api } from '../../shared/api/create-api.ts';
import { questionKeys } from '../../shared/api/questions.ts';
import { hrefOf } from '../../shared/navigation/route.ts';
import { useRoute } from '../../shared/navigation/use-route.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { ListSkeleton } from '../../shared/ui/list-skeleton.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { Remarks } from './remarks.tsx';
import { ScoresTable } from './scores-table.tsx';
import styles from './sheets-screen.module.css';
import { useSay } from './texts.ts';

const askSheets = (api: Api, submissionId: string) =>
  queryOptions({
    queryKey: questionKeys.sheets(submissionId),
    queryFn: ({ signal }) =>
      api.get<Sheets>(`/submissions/${encodeURIComponent(submissionId)}/sheets`, signal),
  });

/** The sheets that a submission's score is made of: each score, and what was written with it. */
export function SheetsScreen({ id }: { id: string }) {
  const say = useSay();
  const route = useRoute();
  const query = useQuery(askSheets(useApi(), id));
  return (
    <>
      <p className={styles.links}>
        <a href={hrefOf({ ...route, submissionId: undefined, at: undefined })}>← {say('sheets.back')}</a>
      </p>
      <Answer query={query} skeleton={<ListSkeleton />}>
        {(sheets) => (
          <>
            <Head sheets={sheets} />
            {sheets.sheets.length === 0 ? (
              <Notice title={say('sheets.none.title')} hint={say('sheets.none.hint')} />
            ) : (
              <>
                <ScoresTable sheets={sheets} />
                <Remarks sheets={sheets} />
              </>
            )}
          </>
        )}
      </Answer>
    </>
  );
}

function Head({ sheets: { submission, sheets, judges, abstained } }: { sheets: Sheets }) {
  const say = useSay();
  const route = useRoute();
  const isAnonymous = sheets.length > 0 && sheets.every(({ judge }) => judge === undefined);
  return (
    <div className={styles.head}>
      <h2 className={styles.title}>{submission.title}</h2>
      <p className={styles.facts}>
        {submission.participant} · {submission.number} ·{' '}
        <a href={hrefOf({ ...route, at: undefined })}>{say('sheets.submission')}</a>
      </p>
      <p className={styles.facts}>
        {say('sheets.line', { handedIn: sheets.length, judges, abstained })}
        {isAnonymous && ` · ${say('sheets.noNames')}`}
      </p>
    </div>
  );
}
