import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useApi } from '../../shared/api/api-context.ts';
import { useMe } from '../../shared/me/me-context.ts';
import { hrefOf } from '../../shared/navigation/route.ts';
import type { ListWish } from '../../shared/submission-list/list-wish.ts';
import { filtersIn, queryOf, routeOfWish } from '../../shared/submission-list/list-wish.ts';
import { askPlaces } from './questions.ts';
import styles from './submissions-screen.module.css';
import { useSay } from './texts.ts';

interface FiltersProps {
  wish: ListWish;
  /** Whether this person judges, and can choose by how far they are. */
  judges: boolean;
}

const statuses = ['submitted', 'withdrawn'] as const;
const ownStates = ['none', 'draft', 'handed-in', 'abstained', 'not-assigned'] as const;
const orders = ['newest', 'oldest', 'title', 'participant'] as const;

/** Each choice is a step to go back from. On a phone they fold away. */
export function Filters({ wish, judges }: FiltersProps) {
  const say = useSay();
  const on = filtersIn(wish);
  return (
    <details className={styles.fold}>
      <summary className={styles.unfold}>
        {on > 0 ? say('list.filtersOn', { count: on }) : say('list.filters')}
      </summary>
      <div className={styles.filters}>
        <CategoryChoice wish={wish} />
        <PlaceChoices wish={wish} />
        {judges ? (
          <Choice wish={wish} name="own" label={say('list.own')}>
            {ownStates.map((own) => (
              <option key={own} value={own}>
                {say(`list.own.${own}`)}
              </option>
            ))}
          </Choice>
        ) : (
          <Choice wish={wish} name="status" label={say('list.status')}>
            {statuses.map((status) => (
              <option key={status} value={status}>
                {say(`status.${status}`)}
              </option>
            ))}
          </Choice>
        )}
        <OrderChoice wish={wish} />
        {queryOf(wish) !== '' && (
          <a className={styles.clear} href={hrefOf(routeOfWish({}))}>
            {say('list.clear')}
          </a>
        )}
      </div>
    </details>
  );
}

function CategoryChoice({ wish }: { wish: ListWish }) {
  const say = useSay();
  const categories = useMe().edition?.categories ?? [];
  return (
    <Choice wish={wish} name="category" label={say('list.category')}>
      {categories.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Choice>
  );
}

/** Only places from which there is something to see. */
function PlaceChoices({ wish }: { wish: ListWish }) {
  const say = useSay();
  const { data } = useQuery(askPlaces(useApi()));
  const all = data?.municipalities ?? [];
  const { province } = wish;
  const provinces = [...new Set(all.map((each) => each.province))].sort();
  const municipalities = all.filter((each) => province === undefined || each.province === province);
  return (
    <>
      <Choice
        wish={wish}
        name="province"
        label={say('list.province')}
        // A municipality of another province would leave nothing.
        besides={{ municipality: undefined }}
      >
        {provinces.map((name) => (
          <option key={name}>{name}</option>
        ))}
        {data?.hasNone === true && <option value="none">{say('list.noProvince')}</option>}
      </Choice>
      <Choice wish={wish} name="municipality" label={say('list.municipality')}>
        {municipalities.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Choice>
    </>
  );
}

function OrderChoice({ wish }: { wish: ListWish }) {
  const say = useSay();
  const searches = wish.q !== undefined;
  return (
    <Choice
      wish={wish}
      name="sort"
      label={say('list.sort')}
      usual={say(searches ? 'list.sort.best' : 'list.sort.newest')}
    >
      {orders
        .filter((order) => searches || order !== 'newest')
        .map((order) => (
          <option key={order} value={order}>
            {say(`list.sort.${order}`)}
          </option>
        ))}
    </Choice>
  );
}

interface ChoiceProps {
  wish: ListWish;
  name: keyof ListWish;
  label: string;
  /** What it is without a choice. */
  usual?: string;
  /** What changes with it. */
  besides?: ListWish;
  children: ReactNode;
}

function Choice({ wish, name, label, usual, besides, children }: ChoiceProps) {
  const say = useSay();
  const id = useId();
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={styles.select}
        value={wish[name] ?? ''}
        data-on={wish[name] !== undefined && name !== 'sort'}
        onChange={({ target }) => {
          window.location.hash = hrefOf(routeOfWish({ ...wish, ...besides, [name]: target.value }));
        }}
      >
        <option value="">{usual ?? say('list.all')}</option>
        {children}
      </select>
    </div>
  );
}
