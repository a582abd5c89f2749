import { Badge } from '@fluentui/react-components';
import type { Progress } from '../../../../bot/http/contract.ts';
import { decimalText } from '../../shared/language/decimal-text.ts';
import { useSay, useSpeech } from '../../shared/language/speech.ts';
import styles from './own-state.module.css';

interface OwnStateProps {
  own: NonNullable<Progress['lines'][number]['own']>;
  /** The judge's own mean. */
  mean: number | undefined;
}

/** How far a judge's own sheet is. */
export function OwnState({ own, mean }: OwnStateProps) {
  const say = useSay();
  const { language } = useSpeech();
  switch (own) {
    case 'none':
      return (
        <Badge className={styles.state} size="large" appearance="outline" color="informative">
          {say('progress.none')}
        </Badge>
      );
    case 'draft':
      return (
        <Badge className={styles.state} size="large" appearance="tint" color="brand">
          {say('progress.draft')}
        </Badge>
      );
    case 'handed-in':
      return (
        <Badge className={styles.state} size="large" appearance="tint" color="success">
          {mean === undefined
            ? say('progress.handedIn')
            : say('progress.ownMean', { mean: decimalText(language, mean) })}
        </Badge>
      );
    case 'conflict':
      return (
        <Badge className={styles.state} size="large" appearance="tint" color="informative">
          {say('progress.conflict')}
        </Badge>
      );
    default:
      return own satisfies never;
  }
}
