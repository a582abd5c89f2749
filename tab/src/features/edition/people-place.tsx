import { Button } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  ChangedPeople,
  ChangePeopleBody,
  EditionPeople,
} from '../../../../bot/http/contract/edition-people.ts';
import { useApi } from '../../shared/api/api-context.ts';
import { ApiError } from '../../shared/api/api-error.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { ListSkeleton } from '../../shared/ui/list-skeleton.tsx';
import { InviteForm } from './invite-form.tsx';
import styles from './people-place.module.css';
import { PersonRow } from './person-row.tsx';
import { askPeople, editionKeys, pathOf } from './questions.ts';
import { RoleText } from './role-text.tsx';
import { Section } from './section.tsx';
import { useSay } from './texts.ts';
import type { Writing } from './use-draft.ts';

/** Who is what in an edition, as in the organisers' chat. It holds at once: there is no draft of people. */
export function PeoplePlace({ writing: { draft, parts } }: { writing: Writing }) {
  const say = useSay();
  const query = useQuery({ ...askPeople(useApi(), draft.id), enabled: draft.isKept });
  if (!draft.isKept) return <p>{say('edition.people.first')}</p>;
  return (
    <Answer query={query} skeleton={<ListSkeleton />}>
      {(people) => <People id={draft.id} people={people} categories={parts.categories.categories} />}
    </Answer>
  );
}

export type Categories = Writing['parts']['categories']['categories'];

interface PeopleProps {
  id: string;
  people: EditionPeople;
  categories: Categories;
}

function People({ id, people, categories }: PeopleProps) {
  const say = useSay();
  const { said, busy, perform } = useChanges(id);
  const [search, setSearch] = useState('');
  const there = people.people.filter(
    ({ name, roles, mayGiveBack }) =>
      (roles.length > 0 || mayGiveBack) && name.toLowerCase().includes(search.trim().toLowerCase()),
  );
  return (
    <>
      <p role="status" className={styles.said}>
        {said}
      </p>
      <Section title={say('edition.people.who')} hint={say('edition.people.hint')}>
        <label className={styles.search}>
          <span>{say('edition.people.search')}</span>
          <input type="search" value={search} onChange={({ target }) => setSearch(target.value)} />
        </label>
        <ul>
          {there.map((person) => (
            <PersonRow
              key={person.id}
              {...{ person, categories, busy, perform }}
              municipalities={people.municipalities}
            />
          ))}
        </ul>
      </Section>
      <InviteForm {...{ categories, busy, perform }} municipalities={people.municipalities} />
      {people.invitations.length > 0 && (
        <Section title={say('edition.invitations')} hint={say('edition.invitations.hint')}>
          <ul>
            {people.invitations.map(({ id: invitation, mail, name, roles }) => (
              <li key={invitation} className={styles.row}>
                <div>
                  <p className={styles.name}>{name ?? mail}</p>
                  {name !== undefined && <p className={styles.quiet}>{mail}</p>}
                  {roles.map((held) => (
                    <RoleText key={held.role} held={held} categories={categories} />
                  ))}
                </div>
                <Button
                  size="small"
                  disabledFocusable={busy}
                  aria-label={`${say('edition.withdraw')}: ${name ?? mail}`}
                  onClick={() => void perform({ act: 'withdraw', invitation })}
                >
                  {say('edition.withdraw')}
                </Button>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** @returns whether it was done */
export type Perform = (body: ChangePeopleBody) => Promise<boolean>;

function useChanges(id: string) {
  const say = useSay();
  const api = useApi();
  const client = useQueryClient();
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const perform: Perform = async (body) => {
    setBusy(true);
    try {
      const { outcome, invited, people } = await api.post<ChangedPeople>(`${pathOf(id)}/people`, body);
      client.setQueryData(editionKeys.people(id), people);
      const told =
        invited === undefined
          ? say(`edition.people.${outcome}`)
          : say('edition.invited', {
              ...invited,
              unread: invited.unread.length,
              list: invited.unread.join(', '),
            });
      setSaid(told);
      return outcome === 'done';
    } catch (error) {
      const isLast = error instanceof ApiError && error.code === 'last-organiser';
      setSaid(say(isLast ? 'edition.people.last' : 'edition.people.notDone'));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { said, busy, perform };
}
