import type { PersonView } from '../../../page-api.ts';
import { FaultsButton } from '../faults/faults-button.tsx';
import { useSession } from '../session.ts';
import type { Theme } from '../themes.ts';
import { words } from '../words.ts';
import { PersonSwitcher } from './person-switcher.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

interface TopBarProps {
  people: PersonView[];
  become: (id: string) => void;
  chooseTheme: (theme: Theme) => void;
}

/** What this is, who you are, and the two switches of the simulation. */
export function TopBar({ people, become, chooseTheme }: TopBarProps) {
  const { person, theme } = useSession();
  return (
    <header className="top">
      <p className="top-title">{words.simulation}</p>
      <div className="top-tools">
        <FaultsButton />
        <ThemeSwitch theme={theme} choose={chooseTheme} />
        <PersonSwitcher people={people} person={person} become={become} />
      </div>
    </header>
  );
}
