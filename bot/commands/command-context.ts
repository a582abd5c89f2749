import type { Instant } from '../domain/instant.ts';
import type { DocumentStore } from '../store/port.ts';
import type { Speak, TextLanguage } from '../texts/texts.ts';

/** What a command needs of the world around it. */
export interface CommandContext {
  language: TextLanguage;
  say: Speak;
  /** One line, or several. */
  print: (line: string) => void;
  /** @throws when it is not there or can't be read */
  readFile: (path: string) => Promise<string>;
  /** @throws DataFolderInUseError while a server runs on it */
  openStore: (folder: string) => Promise<DocumentStore>;
  hasFolder: (path: string) => boolean;
  now: () => Instant;
}
