import { Avatar } from '@fluentui/react-components';

import type { ConversationView } from '../../../page-api.ts';

type ConversationAvatarProps = Pick<ConversationView, 'kind' | 'name'> & { size: 32 | 40 };

/** The bot in the brand's colour, a team in its own. */
export function ConversationAvatar({ kind, name, size }: ConversationAvatarProps) {
  const color = kind === 'personal' ? 'brand' : 'steel';
  return <Avatar name={name} size={size} shape="square" color={color} aria-hidden />;
}
