import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../shared/api/api-context.ts';
import { askStart } from '../../shared/api/questions.ts';
import { Answer } from '../../shared/ui/answer.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { OwnList } from './own-list.tsx';
import styles from './start-screen.module.css';
import { StartSkeleton } from './start-skeleton.tsx';
import { Steps } from './steps.tsx';
import { TaskList } from './task-list.tsx';
import { useSay } from './texts.ts';

/** What there is to do now, where the edition stands, and what this person handed in. */
export function StartScreen() {
  const say = useSay();
  const query = useQuery(askStart(useApi()));
  return (
    <Answer query={query} skeleton={<StartSkeleton />}>
      {({ now, steps, tasks, own, chat }) => (
        <div className={styles.page}>
          <section className={styles.tasks} aria-labelledby="start-tasks">
            {steps === undefined ? (
              <Notice title={say('start.noEdition.title')} hint={say('start.noEdition.hint')} />
            ) : (
              <>
                <h2 id="start-tasks" className={styles.title}>
                  {say('start.tasks')}
                </h2>
                <TaskList tasks={tasks} chat={chat} />
              </>
            )}
          </section>
          {steps !== undefined && (
            <section className={styles.steps} aria-labelledby="start-steps">
              <h2 id="start-steps" className={styles.title}>
                {say('start.steps')}
              </h2>
              <Steps steps={steps} now={now} />
            </section>
          )}
          {own.length > 0 && (
            <section className={styles.own} aria-labelledby="start-own">
              <h2 id="start-own" className={styles.title}>
                {say('start.own')}
              </h2>
              <OwnList own={own} now={now} />
            </section>
          )}
        </div>
      )}
    </Answer>
  );
}
