import { createContext, useContext } from 'react';
import type { EditionFinding } from '../../../../bot/http/contract/edition.ts';

export const FindingsContext = createContext<readonly EditionFinding[]>([]);

/** What was found at that very place, of which a bare text is its Dutch; nothing without a place. */
export function useFindings(at: string | undefined): EditionFinding[] {
  const findings = useContext(FindingsContext);
  if (at === undefined) return [];
  return findings.filter((finding) => finding.at === at);
}
