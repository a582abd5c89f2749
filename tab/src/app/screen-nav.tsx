import { useSay } from '../shared/language/speech.ts';
import type { Screen } from '../shared/navigation/route.ts';
import { hrefOf } from '../shared/navigation/route.ts';
import { MoreScreens } from './more-screens.tsx';
import styles from './screen-nav.module.css';

interface ScreenNavProps {
  screens: readonly Screen[];
  chosen: Screen;
}

/** As many as stand beside each other on the narrowest phone. */
const onPhone = 3;

/** The way to the screens: in a row, of which a phone shows the first and keeps the others behind "more". */
export function ScreenNav({ screens, chosen }: ScreenNavProps) {
  const say = useSay();
  const further = screens.length > onPhone + 1 ? screens.slice(onPhone) : [];
  return (
    <nav className={styles.nav} aria-label={say('app.screens')}>
      <ul className={styles.row} role="list">
        {screens.map((screen) => (
          <li key={screen} data-further={further.includes(screen)}>
            <ScreenLink screen={screen} chosen={chosen} />
          </li>
        ))}
        {further.length > 0 && (
          <li className={styles.more}>
            <MoreScreens chosen={further.find((screen) => screen === chosen)}>
              {further.map((screen) => (
                <li key={screen}>
                  <ScreenLink screen={screen} chosen={chosen} />
                </li>
              ))}
            </MoreScreens>
          </li>
        )}
      </ul>
    </nav>
  );
}

function ScreenLink({ screen, chosen }: { screen: Screen; chosen: Screen }) {
  const text = useSay()(`screen.${screen}`);
  return (
    <a
      className={styles.link}
      href={hrefOf({ screen })}
      data-text={text}
      aria-current={screen === chosen ? 'page' : undefined}
    >
      {text}
    </a>
  );
}
