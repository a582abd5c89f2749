import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { EditionPeople } from '../../../../bot/http/contract/edition-people.ts';
import { Choice } from './inputs.tsx';
import type { Categories, Perform } from './people-place.tsx';
import styles from './people-place.module.css';
import { RoleChoice, usualWish, wishBody } from './role-choice.tsx';
import { RoleText } from './role-text.tsx';
import sectionStyles from './section.module.css';
import { useSay } from './texts.ts';

interface PersonRowProps {
  person: EditionPeople['people'][number];
  municipalities: EditionPeople['municipalities'];
  categories: Categories;
  busy: boolean;
  perform: Perform;
}

/** Somebody, with what they are; unfolded to change that. */
export function PersonRow({ person, municipalities, categories, busy, perform }: PersonRowProps) {
  const say = useSay();
  const [wish, setWish] = useState(usualWish);
  const { id, name, roles, organisation, revision, isSelf, mayGiveBack } = person;
  const on = { person: id, basedOn: revision };
  const works = municipalities.find(({ code }) => code === organisation)?.name ?? organisation;
  const called = name === '' ? say('edition.person.nameless') : name;
  return (
    <li className={styles.row}>
      <details className={styles.person}>
        <summary>{isSelf ? say('edition.person.self', { name: called }) : called}</summary>
        <div className={styles.change}>
          <div className={styles.acts}>
            {roles.map(({ role }) => (
              <Button
                key={role}
                size="small"
                disabledFocusable={busy}
                onClick={() => void perform({ act: 'take', ...on, role })}
              >
                {say('edition.role.take', { role: say(`edition.role.${role}`) })}
              </Button>
            ))}
          </div>
          <div className={sectionStyles.columns}>
            <RoleChoice {...{ wish, categories }} onChange={setWish} />
          </div>
          <div className={styles.acts}>
            <Button
              size="small"
              disabledFocusable={busy}
              onClick={() => void perform({ act: 'give', ...on, ...wishBody(wish) })}
            >
              {say('edition.role.give')}
            </Button>
          </div>
          <Choice<string>
            label={say('edition.organisation')}
            hint={say('edition.organisation.hint')}
            value={organisation ?? 'none'}
            options={municipalityOptions(municipalities, say('edition.organisation.none'))}
            onChange={(code) =>
              void perform({ act: 'organise', ...on, ...(code !== 'none' && { organisation: code }) })
            }
          />
        </div>
      </details>
      <div className={styles.what}>
        {roles.map((held) => (
          <RoleText key={held.role} held={held} categories={categories} />
        ))}
        {works !== undefined && (
          <p className={styles.quiet}>{say('edition.organisation.of', { name: works })}</p>
        )}
        {mayGiveBack && (
          <Button
            size="small"
            disabledFocusable={busy}
            onClick={() => void perform({ act: 'give-back', ...on })}
          >
            {say('edition.role.giveBack')}
          </Button>
        )}
      </div>
    </li>
  );
}

export function municipalityOptions(municipalities: EditionPeople['municipalities'], none: string) {
  return [
    { value: 'none', text: none },
    ...municipalities.map(({ code, name }) => ({ value: code, text: name })),
  ];
}
