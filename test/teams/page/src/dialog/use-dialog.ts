import { useCallback, useState } from 'react';

import type { Dialog } from '../../../page-api.ts';
import { useFocusBack } from './use-focus-back.ts';

/** The dialog that is open, if one is. */
export function useDialog() {
  const [dialog, setDialog] = useState<Dialog>();
  const { remember, giveBack } = useFocusBack();
  const openDialog = useCallback(
    (next: Dialog) => {
      remember();
      setDialog(next);
    },
    [remember],
  );
  const closeDialog = useCallback(() => {
    setDialog(undefined);
    giveBack();
  }, [giveBack]);
  return { dialog, openDialog, closeDialog };
}
