import type { Progress } from '../../../../bot/http/contract/progress.ts';
import { decimalText } from '../../shared/language/decimal-text.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import type { BadgeProps } from '../../shared/ui/badge.tsx';
import { Badge } from '../../shared/ui/badge.tsx';
import type { TextKey } from './texts.ts';
import styles from './own-state.module.css';
import { useSay } from './texts.ts';

type Own = NonNullable<Progress['lines'][number]['own']>;

interface OwnStateProps {
  own: Own;
  /** The judge's own mean. */
  mean: number | undefined;
}

const looks: Record<Own, { text: TextKey } & Required<Pick<BadgeProps, 'appearance' | 'color'>>> = {
  none: { text: 'progress.none', appearance: 'outline', color: 'informative' },
  draft: { text: 'progress.draft', appearance: 'tint', color: 'brand' },
  'handed-in': { text: 'progress.handedIn', appearance: 'tint', color: 'success' },
  conflict: { text: 'progress.conflict', appearance: 'tint', color: 'informative' },
  'not-assigned': { text: 'progress.notAssigned', appearance: 'tint', color: 'informative' },
  abstained: { text: 'progress.abstained', appearance: 'tint', color: 'informative' },
};

/** How far a judge's own sheet is. */
export function OwnState({ own, mean }: OwnStateProps) {
  const say = useSay();
  const { language } = useSpeech();
  const { text, appearance, color } = looks[own];
  return (
    <div className={styles.state}>
      <Badge size="large" appearance={appearance} color={color}>
        {say(text)}
      </Badge>
      {mean !== undefined && (
        <span className={styles.mean}>{say('progress.ownMean', { mean: decimalText(language, mean) })}</span>
      )}
    </div>
  );
}
