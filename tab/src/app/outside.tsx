import { useEffect } from 'react';
import { languageOf, text } from '../shared/language/text.ts';
import styles from './outside.module.css';

/** Where this works, for who opens the address in a browser. */
export function Outside() {
  const language = languageOf(window.navigator.language);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <main className={styles.outside}>
      <h1 className={styles.title}>{text(language, 'outside.title')}</h1>
      <p className={styles.hint}>{text(language, 'outside.hint')}</p>
    </main>
  );
}
