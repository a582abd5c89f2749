import type { FaultPlan, OutboundFault } from '../page-api.ts';

export interface Faults {
  /** As it stands: counts go down as calls are hit. */
  plan(): FaultPlan;
  setPlan(plan: FaultPlan): void;
  /**
   * The fault that this call meets, if any.
   * @param fingerprint what makes the call distinct: its method, path and body
   */
  next(on: OutboundFault['on'], fingerprint: string): OutboundFault | undefined;
  /** How many calls were hit since the start. */
  hits(): number;
}

interface Armed {
  fault: OutboundFault;
  left: number;
  met: Set<string>;
}

export const noFaults: FaultPlan = { outbound: [], inbound: { mode: 'none' } };

export function openFaults(): Faults {
  let inbound = noFaults.inbound;
  let armed: Armed[] = [];
  let hits = 0;
  return {
    plan: () => ({ outbound: armed.map(({ fault, left }) => asPlanned(fault, left)), inbound }),
    setPlan(plan) {
      inbound = plan.inbound;
      armed = plan.outbound.map((fault) => ({ fault, left: startCount(fault), met: new Set() }));
    },
    next(on, fingerprint) {
      const hit = armed.find(({ fault, left, met }) => {
        return (fault.on === 'any' || fault.on === on) && left > 0 && !met.has(fingerprint);
      });
      if (!hit) return undefined;
      hits += 1;
      hit.left -= 1;
      if (hit.fault.times === 'each-once') hit.met.add(fingerprint);
      return hit.fault;
    },
    hits: () => hits,
  };
}

/** -1 stands for no end; so does `each-once`, which `met` holds back. */
function startCount({ times }: OutboundFault): number {
  return times === 'each-once' || times === -1 ? Infinity : times;
}

function asPlanned(fault: OutboundFault, left: number): OutboundFault {
  return left === Infinity ? fault : { ...fault, times: left };
}
