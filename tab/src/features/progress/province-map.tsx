import type { Entries } from '../../../../bot/http/contract/progress.ts';
import styles from './province-map.module.css';
import { provinceHref } from './province-href.ts';
import { useSay } from './texts.ts';

type Province = Entries['provinces'][number];

/** About where each province lies. */
const places: Partial<Record<string, { gridColumn: number; gridRow: number }>> = {
  Fryslân: { gridColumn: 3, gridRow: 1 },
  Groningen: { gridColumn: 4, gridRow: 1 },
  'Noord-Holland': { gridColumn: 2, gridRow: 2 },
  Flevoland: { gridColumn: 3, gridRow: 2 },
  Drenthe: { gridColumn: 4, gridRow: 2 },
  'Zuid-Holland': { gridColumn: 1, gridRow: 3 },
  Utrecht: { gridColumn: 2, gridRow: 3 },
  Gelderland: { gridColumn: 3, gridRow: 3 },
  Overijssel: { gridColumn: 4, gridRow: 3 },
  Zeeland: { gridColumn: 1, gridRow: 4 },
  'Noord-Brabant': { gridColumn: 2, gridRow: 4 },
  Limburg: { gridColumn: 3, gridRow: 4 },
};

/** Degrees of colour, besides none; the number says it as well. */
const degrees = 4;

/** The provinces as tiles, each a way to its submissions. */
export function ProvinceMap({ provinces }: Pick<Entries, 'provinces'>) {
  const say = useSay();
  const most = Math.max(1, ...provinces.map(({ entries }) => entries));
  return (
    <ul className={styles.map} role="list" aria-label={say('provinces.map')}>
      {provinces.map((each) => (
        <li key={each.province} style={places[each.province]}>
          <Tile province={each} degree={Math.ceil((degrees * each.entries) / most)} />
        </li>
      ))}
    </ul>
  );
}

function Tile({ province: { province, entries, earlier }, degree }: { province: Province; degree: number }) {
  const say = useSay();
  return (
    <a className={styles.tile} href={provinceHref(province)} data-degree={degree}>
      <span className={styles.name}>{province}</span>
      <span className={styles.count}>
        {entries}
        <span className="visually-hidden"> {say('provinces.entries', { count: entries })}</span>
      </span>
      {earlier !== undefined && (
        <span className={styles.before}>{say('provinces.earlier', { count: earlier })}</span>
      )}
    </a>
  );
}
