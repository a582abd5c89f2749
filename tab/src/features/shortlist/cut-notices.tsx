import type { Cut } from '../../../../bot/http/contract/cut.ts';
import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { momentText } from '../../shared/language/dates.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import styles from './cut-notices.module.css';
import { useSay } from './texts.ts';

/** What one has to know before deciding: what changed, what is equal, what can't be done yet. */
export function CutNotices({ cut }: { cut: Cut }) {
  const notices = useNotices(cut);
  if (notices.length === 0) return null;
  return (
    <div className={styles.notices}>
      {notices.map(({ title, hint, intent }) => (
        <MessageBar key={title} intent={intent} layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{title}</MessageBarTitle> {hint}
          </MessageBarBody>
        </MessageBar>
      ))}
    </div>
  );
}

interface CutNotice {
  title: string;
  hint: string;
  intent: 'info' | 'warning';
}

function useNotices({
  status,
  sinceProposed,
  tie,
  isUndecided,
  frozenAt,
  closesAt,
  lines,
}: Cut): CutNotice[] {
  const say = useSay();
  const { language, zone } = useSpeech();
  const notice = (
    key: NoticeKey,
    intent: CutNotice['intent'],
    values: Record<string, string | number> = {},
  ) => ({
    ...{ title: say(`notice.${key}.title`, values), hint: say(`notice.${key}.hint`, values), intent },
  });
  const isOpen = status !== 'fixed';
  const since = sinceKey(sinceProposed);
  const own = lines.filter(({ isOwn }) => isOwn).map(({ submission }) => submission.title);
  return [
    ...(status === 'stale' ? [notice('stale', 'warning')] : []),
    ...(since === undefined ? [] : [notice(since, 'warning')]),
    ...(isUndecided ? [notice('undecided', 'warning')] : []),
    ...(isOpen && tie !== undefined && !isUndecided ? [notice('tie', 'warning', tie)] : []),
    ...(isOpen && own.length > 0
      ? [notice('own', 'info', { titles: own.join(', '), count: own.length })]
      : []),
    ...(isOpen && frozenAt === undefined
      ? [notice('open', 'info', { moment: momentText(language, closesAt, zone) })]
      : []),
  ];
}

type NoticeKey = 'stale' | 'scores' | 'outcome' | 'undecided' | 'tie' | 'own' | 'open';

function sinceKey(since: Cut['sinceProposed']): 'scores' | 'outcome' | undefined {
  if (since?.outcome === true) return 'outcome';
  return since?.scores === true ? 'scores' : undefined;
}
