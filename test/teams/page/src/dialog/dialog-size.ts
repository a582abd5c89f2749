import type { CSSProperties } from 'react';

import type { Dialog, DialogLength } from '../../../page-api.ts';

/**
 * Shares of the window, in percent.
 * Source: learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/invoking-task-modules
 */
const shares = {
  width: { small: 20, medium: 50, large: 60 },
  height: { small: 20, medium: 50, large: 66 },
};

/** The size of a dialog as its style reads it; the style itself sees to it that it stays on screen. */
export function sizeOf({ width, height }: Dialog['size']): CSSProperties {
  // @NOTE React takes custom properties, its types do not know them
  return {
    '--dialog-width': lengthOf(width, shares.width, 'vw'),
    '--dialog-height': lengthOf(height, shares.height, 'vh'),
  } as CSSProperties;
}

function lengthOf(length: DialogLength, share: Record<string & DialogLength, number>, unit: string): string {
  return typeof length === 'number' ? `${length}px` : `${share[length]}${unit}`;
}
