import { createContext, useContext } from 'react';
import type { Me } from '../../../../bot/http/contract/me.ts';

/** Who looks, with the edition and round that run now. */
export const MeContext = createContext<Me | undefined>(undefined);

export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === undefined) throw new Error('useMe outside MeContext');
  return me;
}
