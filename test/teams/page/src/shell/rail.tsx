import type { ReactNode } from 'react';

import { icons } from '../icons.tsx';
import { words } from '../words.ts';
import type { Opened } from '../window-state.ts';
import { useNavigation } from './navigation.ts';

interface RailProps {
  opened: Opened | undefined;
  /** The conversation to go back to from the tab. */
  conversation: string | undefined;
  unread: number;
}

/** The two places of the app: its conversations and its tab. */
export function Rail({ opened, conversation, unread }: RailProps) {
  const open = useNavigation();
  const inTab = opened?.kind === 'tab';
  const toChat = () =>
    open(conversation === undefined ? undefined : { kind: 'conversation', id: conversation });
  return (
    <nav className="rail" aria-label={words.navigation}>
      <RailButton name={words.chat} icon={icons.chat} current={!inTab} unread={unread} onClick={toChat} />
      <RailButton name={words.app} icon={icons.app} current={inTab} onClick={() => open({ kind: 'tab' })} />
    </nav>
  );
}

interface RailButtonProps {
  name: string;
  icon: ReactNode;
  current: boolean;
  unread?: number;
  onClick: () => void;
}

function RailButton({ name, icon, current, unread = 0, onClick }: RailButtonProps) {
  return (
    <button
      type="button"
      className="rail-button"
      aria-current={current ? 'page' : undefined}
      onClick={onClick}
    >
      <span className="rail-icon">
        {icon}
        {unread > 0 && (
          <span className="badge" aria-label={words.unread(unread)} role="img">
            {unread}
          </span>
        )}
      </span>
      <span className="rail-name">{name}</span>
    </button>
  );
}
