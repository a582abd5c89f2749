import type { StartTask } from '../../../../bot/http/contract/start.ts';
import { dayText, lastDayText } from '../../shared/language/dates.ts';
import { useSpeech } from '../../shared/language/speech.ts';
import { TaskItem } from './task-item.tsx';
import styles from './task-list.module.css';
import { taskWords } from './task-words.ts';
import { useSay } from './texts.ts';

interface TaskListProps {
  /** The most pressing first. */
  tasks: readonly StartTask[];
  /** The link to the chat. */
  chat: string;
}

/** What there is to do, each with the way there. */
export function TaskList({ tasks, chat }: TaskListProps) {
  const say = useSay();
  const { language, zone } = useSpeech();
  const speech = {
    ...{ say, chat },
    day: (at: string) => dayText(language, at, zone),
    lastDay: (at: string) => lastDayText(language, at, zone),
  };
  if (tasks.length === 0) {
    return (
      <div className={styles.nothing}>
        <p className={styles.title}>{say('start.nothing.title')}</p>
        <p className={styles.hint}>{say('start.nothing.hint')}</p>
      </div>
    );
  }
  return (
    <ul className={styles.list} role="list">
      {tasks.map((task, index) => {
        const words = taskWords(speech, task);
        return <TaskItem key={words.title} words={words} first={index === 0} />;
      })}
    </ul>
  );
}
