import { useCallback, useEffect, useMemo } from 'react';

import type { PersonView } from '../../page-api.ts';
import { DialogWindow } from './dialog/dialog-window.tsx';
import { useDialog } from './dialog/use-dialog.ts';
import { useLiveUpdates } from './live-updates.ts';
import { Places } from './places.tsx';
import { SessionContext } from './session.ts';
import { NavigationContext } from './shell/navigation.ts';
import { Toasts } from './shell/toasts.tsx';
import { TopBar } from './shell/top-bar.tsx';
import { useToasts } from './shell/use-toasts.ts';
import { linkOf } from './tab/deep-link.ts';
import type { Opened, WindowState } from './window-state.ts';
import { words } from './words.ts';

interface WindowProps {
  people: PersonView[];
  person: PersonView;
  state: WindowState;
  change: (part: Partial<WindowState>) => void;
}

/** One window on Teams, as one person sees it. */
export function Window({ people, person, state, change }: WindowProps) {
  const { theme, opened } = state;
  const connected = useLiveUpdates(person.id);
  const { toasts, notify, dismiss } = useToasts();
  const open = useCallback((next: Opened | undefined) => change({ opened: next }), [change]);
  const { dialog, openDialog, closeDialog } = useDialog();
  const openUrl = useCallback((url: string) => follow(url, open), [open]);
  useEffect(() => {
    document.title = words.windowTitle(person.name);
  }, [person.name]);
  const session = useMemo(
    () => ({ person, theme, notify, openUrl, openDialog }),
    [person, theme, notify, openUrl, openDialog],
  );
  return (
    <SessionContext value={session}>
      <NavigationContext value={open}>
        <TopBar
          people={people}
          become={(id) => change({ person: id, opened: opened?.kind === 'tab' ? opened : undefined })}
          chooseTheme={(chosen) => change({ theme: chosen })}
        />
        {!connected && (
          <p className="strip" role="status">
            {words.reconnecting}
          </p>
        )}
        <Places opened={opened} />
        {dialog && <DialogWindow dialog={dialog} close={closeDialog} />}
        <Toasts toasts={toasts} dismiss={dismiss} />
      </NavigationContext>
    </SessionContext>
  );
}

function follow(url: string, open: (opened: Opened) => void): void {
  const link = linkOf(url);
  switch (link.kind) {
    case 'tab':
      open({ kind: 'tab', subPage: link.subPage });
      break;
    case 'conversation':
      open({ kind: 'conversation', id: link.id });
      break;
    case 'bot-chat':
      open({ kind: 'conversation', id: 'personal' });
      break;
    case 'elsewhere':
      window.open(url, '_blank', 'noopener');
      break;
    case 'refused':
      break;
    default:
      link satisfies never;
  }
}
