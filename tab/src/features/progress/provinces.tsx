import { useId } from 'react';
import type { Entries } from '../../../../bot/http/contract/progress.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { listText } from '../../shared/language/list-text.ts';
import { ProvinceList } from './province-list.tsx';
import { ProvinceMap } from './province-map.tsx';
import styles from './provinces.module.css';
import { useSay } from './texts.ts';

/** Where entries come from, and where nobody takes part yet. */
export function Provinces({ entries }: { entries: Entries }) {
  const say = useSay();
  const heading = useId();
  const { language } = useSpeech();
  const { provinces, earlier, elsewhere } = entries;
  const [before] = earlier;
  const none = provinces.filter((each) => each.entries === 0).map(({ province }) => province);
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className={styles.title}>
        {say('provinces.title')}
      </h3>
      <p className={styles.hint}>
        {none.length === 0
          ? say('provinces.all')
          : say('provinces.none', { names: listText(language, none) })}
      </p>
      <div className={styles.beside}>
        <ProvinceMap provinces={provinces} />
        <ProvinceList provinces={provinces} />
      </div>
      <p className={styles.note}>
        {say('provinces.partnerships')} {say('provinces.elsewhere', { count: elsewhere })}
        {before !== undefined && ` ${say('provinces.before', { edition: before.name })}`}
      </p>
    </section>
  );
}
