import { faultsOf } from '../domain/judging/score-sheet.ts';
import type { Language } from '../domain/person.ts';
import { momentText } from '../texts/dates.ts';
import { text } from '../texts/texts.ts';
import type { SheetDrawing } from './sheet-card.ts';

interface Notice {
  /** Empty when there is nothing to say. */
  notice: string;
  noticeStyle: 'good' | 'warning' | 'attention' | 'default';
}

/** What happened just now, said by the buttons: that is where the judge is looking. */
export function sheetNotice(language: Language, { view, content }: SheetDrawing): Notice {
  const { sheet, event, edition } = view;
  if (event === 'changed-elsewhere')
    return { notice: text(language, 'sheet.changed-elsewhere'), noticeStyle: 'warning' };
  if (view.faults.length > 0) {
    const count = faultsOf(content, view.round).length;
    const stands = sheet?.status === 'handed-in' ? 'handed-in' : 'saved';
    return { notice: text(language, 'sheet.missing-some', { count, stands }), noticeStyle: 'attention' };
  }
  if (event === 'saved' && sheet !== undefined) {
    const moment = momentText(language, sheet.updatedAt, edition.zone);
    return { notice: text(language, 'sheet.saved', { moment }), noticeStyle: 'good' };
  }
  return { notice: '', noticeStyle: 'default' };
}
