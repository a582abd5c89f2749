import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { EditionPeople } from '../../../../bot/http/contract/edition-people.ts';
import { Field } from './field.tsx';
import { Choice } from './inputs.tsx';
import type { Categories, Perform } from './people-place.tsx';
import { municipalityOptions } from './person-row.tsx';
import { RoleChoice, usualWish, wishBody } from './role-choice.tsx';
import { Section } from './section.tsx';
import sectionStyles from './section.module.css';
import { useSay } from './texts.ts';

interface InviteFormProps {
  categories: Categories;
  municipalities: EditionPeople['municipalities'];
  busy: boolean;
  perform: Perform;
}

/** Invites who has these addresses: they get the role as soon as the app hears from them. */
export function InviteForm({ categories, municipalities, busy, perform }: InviteFormProps) {
  const say = useSay();
  const [addresses, setAddresses] = useState('');
  const [wish, setWish] = useState(usualWish);
  const [organisation, setOrganisation] = useState('none');
  const [key, setKey] = useState(() => crypto.randomUUID());
  const isReady = addresses.trim() !== '' && !busy;
  const invite = async () => {
    const body = {
      ...{ act: 'invite' as const, key, addresses, ...wishBody(wish) },
      ...(organisation !== 'none' && { organisation }),
    };
    if (!(await perform(body))) return;
    setAddresses('');
    setKey(crypto.randomUUID());
  };
  return (
    <Section title={say('edition.invite')} hint={say('edition.invite.hint')}>
      <form
        className={sectionStyles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void invite();
        }}
      >
        <Field label={say('edition.invite.addresses')}>
          {(control) => (
            <textarea {...control} value={addresses} onChange={({ target }) => setAddresses(target.value)} />
          )}
        </Field>
        <div className={sectionStyles.columns}>
          <RoleChoice {...{ wish, categories }} onChange={setWish} />
          <Choice<string>
            label={say('edition.organisation')}
            value={organisation}
            options={municipalityOptions(municipalities, say('edition.organisation.none'))}
            onChange={setOrganisation}
          />
        </div>
        <div>
          <Button type="submit" appearance="primary" disabledFocusable={!isReady}>
            {say('edition.invite.act')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
