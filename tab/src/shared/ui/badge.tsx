import type { ReactNode } from 'react';
import styles from './badge.module.css';

export interface BadgeProps {
  appearance: 'tint' | 'outline';
  color: 'brand' | 'success' | 'warning' | 'danger' | 'informative';
  size?: 'small' | 'large';
  title?: string;
  children: ReactNode;
}

/** Fluent's badge in the looks that are used here; Fluent's own brings 15 KB to every start. */
export function Badge({ appearance, color, size = 'large', title, children }: BadgeProps) {
  return (
    <span className={styles.badge} data-look={appearance} data-color={color} data-size={size} title={title}>
      {children}
    </span>
  );
}
