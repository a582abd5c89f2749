/** Ids from `from` on, and below `to`. */
export interface IdBounds {
  from: string;
  to: string;
}

/**
 * The ids that begin with `prefix` and come after `after`, in code unit order.
 * Ids are printable ASCII: none comes between `after` and `after + ' '`, and all that follows a prefix is below DEL.
 */
export function idBounds(prefix: string, after: string): IdBounds {
  const next = after === '' ? '' : `${after} `;
  return { from: next > prefix ? next : prefix, to: `${prefix}\x7f` };
}
