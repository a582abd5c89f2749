import { Button } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Editions, StartedEdition } from '../../../../bot/http/contract/edition.ts';
import { useApi } from '../../shared/api/api-context.ts';
import { hrefOf } from '../../shared/navigation/route.ts';
import { Choice, TextInput } from './inputs.tsx';
import styles from './overview.module.css';
import { atOf } from './places.ts';
import { editionKeys } from './questions.ts';
import { Section } from './section.tsx';
import sectionStyles from './section.module.css';
import { useSay } from './texts.ts';

/** Begins an edition after an earlier one or an example, a year or more later. */
export function NewEdition({ answer: { editions, templates } }: { answer: Editions }) {
  const say = useSay();
  const api = useApi();
  const client = useQueryClient();
  const sources = [
    ...editions.filter(({ isKept }) => isKept).map(({ id, name }) => ({ value: id, text: name })),
    ...templates.map(({ id, name }) => ({ value: id, text: say('edition.template', { name }) })),
  ];
  const [name, setName] = useState('');
  const [numberPrefix, setPrefix] = useState('');
  const [from, setFrom] = useState(sources[0]?.value ?? '');
  // The same deed however often it has to be tried.
  const [key] = useState(() => crypto.randomUUID());
  const [trouble, setTrouble] = useState(false);
  const [busy, setBusy] = useState(false);
  const isReady = name.trim() !== '' && /^[A-Z0-9]{1,10}$/.test(numberPrefix) && !busy;
  const begin = async () => {
    setBusy(true);
    setTrouble(false);
    try {
      const { id } = await api.post<StartedEdition>('/editions/start', { key, name, numberPrefix, from });
      window.location.hash = hrefOf({ screen: 'edition', at: atOf(id, 'dates') });
      await client.invalidateQueries({ queryKey: editionKeys.overview });
    } catch (error) {
      console.info('the edition was not begun', error);
      setTrouble(true);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Section title={say('edition.start')} hint={say('edition.start.hint')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void begin();
        }}
      >
        <div className={sectionStyles.columns}>
          <TextInput
            label={say('edition.name')}
            hint={say('edition.start.name')}
            value={name}
            onChange={setName}
          />
          <TextInput
            label={say('edition.prefix')}
            hint={say('edition.start.prefix')}
            value={numberPrefix}
            onChange={(typed) => setPrefix(typed.toUpperCase())}
          />
          <Choice label={say('edition.start.from')} value={from} options={sources} onChange={setFrom} />
        </div>
        <div>
          <Button type="submit" appearance="primary" disabledFocusable={!isReady}>
            {say('edition.start.act')}
          </Button>
        </div>
        {trouble && (
          <p role="alert" className={styles.trouble}>
            {say('edition.start.trouble')}
          </p>
        )}
      </form>
    </Section>
  );
}
