import type { RetentionPlan } from '../../domain/retention/plan.ts';
import { planRetention } from '../../domain/retention/plan.ts';
import type { RetentionDays, RetentionTerms } from '../../domain/retention/terms.ts';
import { daysOf } from '../../domain/retention/terms.ts';
import { dayText } from '../../texts/dates.ts';
import { carryOutRetention } from '../../use-cases/personal-data/carry-out-retention.ts';
import { readRetentionFacts } from '../../use-cases/personal-data/retention-facts.ts';
import { verifyAndTell } from '../verify-and-tell.ts';
import { zone } from './admin-zone.ts';
import { readTerms, termNames } from './retention-terms.ts';
import { exitCodes, type AdminContext, type AdminWish, type Subcommand } from './subcommand.ts';

/** Has go what has been kept for its term. */
export const retention: Subcommand = {
  name: 'retention',
  usage: 'admin.usage.retention',
  options: Object.values(termNames).map(({ option }) => option),
  prepare: async (wish, context) => (termsOrTell(wish, context) === undefined ? exitCodes.usage : undefined),
  run: async (store, wish, context) => {
    const { print, say, now, language } = context;
    const terms = termsOrTell(wish, context);
    if (terms === undefined) return exitCodes.usage;
    const days = daysOf(terms, now(), zone);
    const plan = planRetention(await readRetentionFacts(store), days, zone);
    for (const line of linesOf(plan, days, terms, context)) print(line);
    if (isEmpty(plan)) print(say('admin.retention.nothing'));
    if (isEmpty(plan)) return exitCodes.fine;
    if (!wish.confirmed) {
      print(say('admin.confirm'));
      return exitCodes.fine;
    }
    const words = { title: say('admin.retention.cleared') };
    await carryOutRetention({ store, now }, plan, days, words);
    print(say('admin.retention.done'));
    return (await verifyAndTell(store, print, language)) ? exitCodes.fine : exitCodes.notFine;
  },
};

function termsOrTell(
  { options }: AdminWish,
  { environment, print, say }: AdminContext,
): RetentionTerms | undefined {
  const read = readTerms(options, environment);
  if ('terms' in read) return read.terms;
  print(say('admin.retention.bad-term', read.fault));
  return undefined;
}

function isEmpty(plan: RetentionPlan): boolean {
  const { editions, submissions, questions, reminders, withdrawn, drafts, people, unseen } = plan;
  const all: readonly unknown[][] = [
    editions,
    submissions,
    questions,
    reminders,
    withdrawn,
    drafts,
    people,
    unseen,
  ];
  return all.every((each) => each.length === 0);
}

/** How many of each kind, never who or which. */
function linesOf(
  plan: RetentionPlan,
  days: RetentionDays,
  terms: RetentionTerms,
  { say, language }: AdminContext,
): string[] {
  const day = (name: keyof RetentionDays) => dayText(language, days[name]);
  return [
    say('admin.retention.results', {
      ...{ years: terms.resultsYears, day: day('results') },
      ...{ editions: plan.editions.length, submissions: plan.submissions.length },
      questions: plan.questions.length,
    }),
    say('admin.retention.broken-off', {
      ...{ years: terms.brokenOffYears, day: day('brokenOff') },
      ...{ drafts: plan.drafts.length, withdrawn: plan.withdrawn.length },
    }),
    say('admin.retention.sign-in', {
      ...{ months: terms.signInMonths, day: day('signIn'), people: plan.people.length },
    }),
    ...(plan.unseen.length > 0 ? [say('admin.retention.unseen', { people: plan.unseen.length })] : []),
  ];
}
