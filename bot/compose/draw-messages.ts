import { createChatLink } from '../cards/chat-link.ts';
import { renderJudgingMessage } from '../cards/judging-message.ts';
import { renderPersonalMessage } from '../cards/personal-message.ts';
import { createRenderMessage } from '../cards/render-message.ts';
import type { TabLink } from '../cards/tab-link.ts';
import type { Render } from '../delivery/depot.ts';
import type { World } from '../use-cases/world.ts';
import type { Views } from './keep-views.ts';

export interface DrawingOptions {
  world: World;
  views: Views;
  deepLink: TabLink;
  /** Of the bot. */
  appId: string;
}

/** What a message looks like now, for delivery: also what another server has just stored is in it. */
export function drawMessages({ world, views, deepLink, appId }: DrawingOptions): Render {
  const draw = createRenderMessage({
    world,
    deepLink,
    chatLink: createChatLink({ appId }),
    renderPersonal: (person, content) => renderPersonalMessage(world, person, content),
    renderJudging: async (person, content) => {
      // Counts of a read model that is still being made would be wrong.
      await views.caughtUp();
      return renderJudgingMessage({ world, contacts: views.contacts, deepLink }, person, content);
    },
  });
  return async (...asked) => {
    await views.upToDate();
    return draw(...asked);
  };
}
