import { createHash } from 'node:crypto';
import type { TabContext } from '../page-api.ts';
import type { Person } from '../people.ts';
import type { Core } from './core.ts';

/** What the host answers to teams-js' `getContext`: its flat form, which the library turns into `app.Context`. */
export function tabContext(core: Core, person: Person, theme: string | null): TabContext {
  const { world } = core;
  return {
    url: `${core.botAddress()}/tab/`,
    context: {
      locale: person.locale.toLowerCase(),
      theme: theme ?? 'default',
      entityId: 'home',
      subEntityId: '',
      tid: world.tenantId,
      userObjectId: person.id,
      upn: person.mail,
      loginHint: person.mail,
      userLicenseType: 'Unknown',
      tenantSKU: 'enterprise',
      hostClientType: 'web',
      hostName: 'Teams',
      ringId: 'general',
      appSessionId: sessionId(person),
      sessionId: sessionId(person),
      frameContext: 'content',
      isFullScreen: false,
      isTeamArchived: false,
    },
  };
}

function sessionId({ id }: Person): string {
  return createHash('sha256').update(`session of ${id}`).digest('hex').slice(0, 32);
}
