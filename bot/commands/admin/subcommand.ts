import type { Instant } from '../../domain/instant.ts';
import type { DocumentStore } from '../../store/port.ts';
import type { Speak, TextKey, TextLanguage } from '../../texts/texts.ts';

/** How a command ended, for who called it: `usage` is a command that nobody could carry out. */
export const exitCodes = { fine: 0, notFine: 1, usage: 2 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What the command is run with. */
export interface AdminWorld {
  /** One line, or several. */
  print: (line: string) => void;
  /** @throws DataFolderInUseError while a server runs on it */
  openStore: (data: string) => Promise<DocumentStore>;
  hasFolder: (data: string) => boolean;
  now: () => Instant;
  /** Settings, as they are in the environment. */
  environment: Record<string, string | undefined>;
}

export interface AdminContext extends AdminWorld {
  language: TextLanguage;
  say: Speak;
}

/** What was typed. */
export interface AdminWish {
  /** A folder, or a container in Cosmos DB. */
  data: string;
  /** `--yes`: not only say what would be done. */
  confirmed: boolean;
  /** By the name of the option. */
  options: Readonly<Record<string, string>>;
}

/** One thing that an administrator can do: one file, and one row in `subcommands.ts`. */
export interface Subcommand {
  name: string;
  /** The line that tells of it. */
  usage: TextKey;
  /** Its own options, each of which takes a text; `--data`, `--lang` and `--yes` are there for all. */
  options?: readonly string[];
  /** Its own options that are there or not: `yes` when they are. */
  flags?: readonly string[];
  /** Without these it can't be understood. */
  required?: readonly string[];
  /** Whether the folder is made when it is not there. */
  makesFolder?: true;
  /** Whether it may be done on a store that a backup was put back into in part. */
  takesHalfRestored?: true;
  /** Looks, before the store is opened, whether it can be done. @returns how it ends when it can't */
  prepare?: (wish: AdminWish, context: AdminContext) => Promise<ExitCode | undefined>;
  /** What can't be undone is only told of, unless it is confirmed; that ends well, too. */
  run: (store: DocumentStore, wish: AdminWish, context: AdminContext) => Promise<ExitCode>;
}
