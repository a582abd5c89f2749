import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useState } from 'react';
import styles from './item-list.module.css';
import { useSay } from './texts.ts';

interface ItemListProps<T> {
  items: readonly T[];
  /** What an item is called, for its heading and its buttons. */
  nameOf: (item: T, index: number) => string;
  keyOf: (item: T, index: number) => string;
  onChange: (items: T[]) => void;
  children: (item: T, set: (item: T) => void, index: number) => ReactNode;
  /** Why an item can't be taken away; nothing when it can. */
  staysBecause?: (item: T) => string | undefined;
  add?: { text: string; make: () => T };
  /** Fewer can't be. */
  least?: number;
}

/** Things in an order: each can be changed, moved, taken away and put back. */
export function ItemList<T>(props: ItemListProps<T>) {
  const { items, nameOf, keyOf, onChange, children, staysBecause, add, least = 0 } = props;
  const say = useSay();
  const [gone, setGone] = useState<{ item: T; index: number }>();
  const replace = (index: number, item: T) =>
    onChange(items.map((each, place) => (place === index ? item : each)));
  const move = (index: number, by: 1 | -1) => {
    const order = [...items];
    const [item] = order.splice(index, 1);
    if (item !== undefined) order.splice(index + by, 0, item);
    onChange(order);
  };
  const remove = (item: T, index: number) => {
    setGone({ item, index });
    onChange(items.filter((_, place) => place !== index));
  };
  const putBack = ({ item, index }: { item: T; index: number }) => {
    setGone(undefined);
    onChange([...items.slice(0, index), item, ...items.slice(index)]);
  };
  return (
    <div>
      <ol className={styles.list}>
        {items.map((item, index) => {
          const name = nameOf(item, index);
          const stays = staysBecause?.(item);
          return (
            <li key={keyOf(item, index)} className={styles.item}>
              <div className={styles.head}>
                <h4 className={styles.name}>{name}</h4>
                <div className={styles.acts}>
                  <Small
                    label={say('edition.up', { name })}
                    sign="↑"
                    isOff={index === 0}
                    act={() => move(index, -1)}
                  />
                  <Small
                    label={say('edition.down', { name })}
                    sign="↓"
                    isOff={index === items.length - 1}
                    act={() => move(index, 1)}
                  />
                  {stays === undefined && items.length > least && (
                    <Small label={say('edition.remove', { name })} sign="✕" act={() => remove(item, index)} />
                  )}
                </div>
              </div>
              {stays !== undefined && stays !== '' && <p className={styles.stays}>{stays}</p>}
              {children(item, (changed) => replace(index, changed), index)}
            </li>
          );
        })}
      </ol>
      <div className={styles.foot}>
        {add !== undefined && <Button onClick={() => onChange([...items, add.make()])}>{add.text}</Button>}
        <p role="status" className={styles.gone}>
          {gone !== undefined && (
            <>
              {say('edition.removed', { name: nameOf(gone.item, gone.index) })}{' '}
              <button type="button" className={styles.undo} onClick={() => putBack(gone)}>
                {say('edition.putBack')}
              </button>
            </>
          )}
        </p>
      </div>
    </div>
  );
}

function Small({
  label,
  sign,
  isOff = false,
  act,
}: {
  label: string;
  sign: string;
  isOff?: boolean;
  act: () => void;
}) {
  return (
    <Button
      size="small"
      appearance="subtle"
      className={styles.small ?? ''}
      aria-label={label}
      title={label}
      disabledFocusable={isOff}
      onClick={() => {
        if (!isOff) act();
      }}
    >
      <span aria-hidden="true">{sign}</span>
    </Button>
  );
}
