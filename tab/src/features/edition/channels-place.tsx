import { useQuery } from '@tanstack/react-query';
import type { EditionChannels } from '../../../../bot/http/contract/edition-people.ts';
import { useApi } from '../../shared/api/api-context.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { ListSkeleton } from '../../shared/ui/list-skeleton.tsx';
import styles from './people-place.module.css';
import { askChannels } from './questions.ts';
import { Section } from './section.tsx';
import { useSay } from './texts.ts';
import type { Writing } from './use-draft.ts';

/** Which channel is what to the running edition; binding is done in the channel itself. */
export function ChannelsPlace({ writing: { draft } }: { writing: Writing }) {
  const say = useSay();
  const query = useQuery({ ...askChannels(useApi()), enabled: draft.isRunning });
  if (!draft.isRunning) return <p>{say('edition.channels.first')}</p>;
  return (
    <Section title={say('edition.channels')} hint={say('edition.channels.hint')}>
      <Answer query={query} skeleton={<ListSkeleton rows={3} />}>
        {({ channels }) => (
          <ul>
            {channels.map((channel) => (
              <ChannelRow key={channel.id} channel={channel} />
            ))}
          </ul>
        )}
      </Answer>
    </Section>
  );
}

function ChannelRow({ channel: { use, category, state } }: { channel: EditionChannels['channels'][number] }) {
  const say = useSay();
  const name =
    use === 'organisers'
      ? say('edition.channel.organisers')
      : category === undefined
        ? say('edition.channel.all')
        : say('edition.channel.category', { category });
  const words =
    use === 'organisers'
      ? say('edition.channel.say.organisers')
      : category === undefined
        ? say('edition.channel.say.all')
        : say('edition.channel.say.category', { category });
  return (
    <li className={styles.row}>
      <div>
        <p className={styles.name}>{name}</p>
        {state !== 'bound' && <p className={styles.quiet}>{say('edition.channel.how', { words })}</p>}
      </div>
      <p>{say(`edition.channel.${state}`)}</p>
    </li>
  );
}
