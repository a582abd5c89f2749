import { createContext } from 'react';
import type { HostPlace } from './open-host.ts';

/** Where in Teams this page is shown. */
export const PlaceContext = createContext<HostPlace>('tab');
