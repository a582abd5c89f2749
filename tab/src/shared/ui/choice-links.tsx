import styles from './choice-links.module.css';

interface ChoiceLinksProps {
  /** What there is to choose. */
  label: string;
  look: 'underlined' | 'pills';
  choices: readonly { key: string; text: string; href: string }[];
  chosen: string;
}

/**
 * A row of places to go to, of which one is shown. Links and not Fluent's tabs: each place has an address, and the
 * tabs bring hidden focus stops that axe counts as faults, and 23 KB.
 */
export function ChoiceLinks({ label, look, choices, chosen }: ChoiceLinksProps) {
  return (
    <nav aria-label={label}>
      <ul className={`${styles.list} ${styles[look]}`} role="list">
        {choices.map(({ key, text, href }) => (
          <li key={key}>
            <a href={href} data-text={text} aria-current={key === chosen ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
