import type { ReactNode } from 'react';
import styles from './button.module.css';

interface ButtonProps {
  appearance?: 'primary' | 'secondary' | 'subtle';
  /** Does nothing for now, but keeps its place in the order of the keyboard. */
  disabledFocusable?: boolean;
  onClick: () => void;
  children: ReactNode;
}

/** Fluent's button in the looks that are used here; Fluent's own brings 30 KB to every start. */
export function Button({
  appearance = 'secondary',
  disabledFocusable = false,
  onClick,
  children,
}: ButtonProps) {
  return (
    <button
      type="button"
      className={styles.button}
      data-look={appearance}
      aria-disabled={disabledFocusable || undefined}
      onClick={disabledFocusable ? undefined : onClick}
    >
      {children}
    </button>
  );
}
