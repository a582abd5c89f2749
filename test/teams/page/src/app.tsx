import { FluentProvider, Spinner } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';

import type { PersonView } from '../../page-api.ts';
import { api } from './api.ts';
import { Trouble } from './shell/trouble.tsx';
import { fluentThemeOf } from './themes.ts';
import { Window } from './window.tsx';
import { useWindowState } from './window-state.ts';
import { words } from './words.ts';

/** The whole page: in the theme of this window, for the person this window is. */
export function App() {
  const [state, change] = useWindowState();
  const people = useQuery({ queryKey: ['people'], queryFn: api.people });
  const person = people.data && chosen(people.data, state.person);
  return (
    <FluentProvider theme={fluentThemeOf(state.theme)} className={`themed theme-${state.theme}`}>
      <div className="page">
        {people.data && person ? (
          <Window key={person.id} people={people.data} person={person} state={state} change={change} />
        ) : people.error ? (
          <Trouble retry={people.refetch} />
        ) : (
          <Spinner className="waiting" label={words.loading} />
        )}
      </div>
    </FluentProvider>
  );
}

function chosen(people: PersonView[], id: string | undefined): PersonView | undefined {
  return people.find((person) => person.id === id) ?? people[0];
}
