import {
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';

import type { PersonView } from '../../../page-api.ts';
import { icons } from '../icons.tsx';
import { words } from '../words.ts';
import { Face } from './face.tsx';

interface PersonSwitcherProps {
  people: PersonView[];
  person: PersonView;
  become: (id: string) => void;
}

/** Who this window is, and the menu to be somebody else. */
export function PersonSwitcher({ people, person, become }: PersonSwitcherProps) {
  return (
    <Menu
      checkedValues={{ person: [person.id] }}
      onCheckedValueChange={(_event, { checkedItems }) =>
        checkedItems[0] !== undefined && become(checkedItems[0])
      }
      positioning="below-end"
    >
      <MenuTrigger disableButtonEnhancement>
        <button type="button" className="who" aria-label={words.switchPerson(person.name)}>
          <Face name={person.name} person={person.id} size={28} />
          <span className="who-words">
            <span className="who-name">{person.name}</span>
            <span className="who-description">{person.description}</span>
          </span>
          {icons.down}
        </button>
      </MenuTrigger>
      <MenuPopover className="who-menu">
        <MenuList>
          {[...Map.groupBy(people, ({ kind }) => kind)].map(([kind, group]) => (
            <PeopleGroup key={kind} name={words.people[kind]} people={group} />
          ))}
          <MenuDivider />
          <MenuItem icon={<>{icons.window}</>} onClick={() => window.open(location.href, '_blank')}>
            {words.secondWindow}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function PeopleGroup({ name, people }: { name: string; people: PersonView[] }) {
  return (
    <MenuGroup>
      <MenuGroupHeader>{name}</MenuGroupHeader>
      {people.map((each) => (
        <MenuItemRadio
          key={each.id}
          name="person"
          value={each.id}
          icon={<Face name={each.name} person={each.id} size={28} />}
          subText={each.description}
        >
          {each.name}
        </MenuItemRadio>
      ))}
    </MenuGroup>
  );
}
