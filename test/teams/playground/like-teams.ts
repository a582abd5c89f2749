interface Teams {
  tenantId: string;
  /** Absent: stays as it is. */
  serviceUrl?: string;
}

/**
 * What the playground says, with ids as Teams has them: its tenant and its people have ids that are one digit too long for
 * a GUID.
 */
export function likeTeams(said: unknown, teams: Teams): unknown {
  return JSON.parse(JSON.stringify(said), (key, value: unknown) => {
    if (key === 'serviceUrl') return teams.serviceUrl ?? value;
    if (key === 'tenantId') return teams.tenantId;
    if (key === 'tenant' && typeof value === 'object' && value !== null)
      return { ...value, id: teams.tenantId };
    return key === 'aadObjectId' || key === 'objectId' ? guidOf(value) : value;
  });
}

/** The same for the same person, whatever the playground calls them. */
function guidOf(id: unknown): unknown {
  if (typeof id !== 'string') return id;
  const digits = id
    .replaceAll(/[^\da-f]/gi, '')
    .slice(-12)
    .padStart(12, '0');
  return `00000000-0000-4000-8000-${digits.toLowerCase()}`;
}
