import { Button, Popover, PopoverSurface, PopoverTrigger } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import type { FaultPlan } from '../../../page-api.ts';
import { api } from '../api.ts';
import { icons } from '../icons.tsx';
import { words } from '../words.ts';
import { FaultsPanel } from './faults-panel.tsx';

/** How often the panel looks which faults are still to come. */
const LOOK_EVERY_MS = 1_500;

/** Opens the faults; shows how many kinds are set, so that nobody forgets them. */
export function FaultsButton() {
  const [open, setOpen] = useState(false);
  const { data, refetch } = useQuery({
    queryKey: ['faults'],
    queryFn: api.faults,
    refetchInterval: (query) => (open || countOf(query.state.data) > 0 ? LOOK_EVERY_MS : false),
  });
  const count = countOf(data);
  return (
    <Popover
      open={open}
      onOpenChange={(_event, change) => setOpen(change.open)}
      positioning="below-end"
      trapFocus
    >
      <PopoverTrigger disableButtonEnhancement>
        <Button
          className={count > 0 ? 'faults-button active' : 'faults-button'}
          appearance="subtle"
          icon={<>{icons.fault}</>}
          aria-label={count > 0 ? words.faultsCount(count) : words.faults}
          title={words.faults}
        >
          {count > 0 ? String(count) : undefined}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className="faults" aria-label={words.faults}>
        {data && (
          <FaultsPanel plan={data} change={(plan) => void api.setFaults(plan).then(() => refetch())} />
        )}
      </PopoverSurface>
    </Popover>
  );
}

function countOf(plan: FaultPlan | undefined): number {
  if (plan === undefined) return 0;
  return plan.outbound.length + (plan.inbound.mode === 'none' ? 0 : 1);
}
