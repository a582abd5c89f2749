/** In characters (code points), as the server counts them. */
const reasonLength = { least: 3, most: 500 } as const;

/** What is wrong with a reason for abstaining: it can't be left out. */
export function reasonFault(
  reason: string,
): { code: 'missing' } | { code: 'too-long'; by: number } | undefined {
  const length = Array.from(reason.trim()).length;
  if (length < reasonLength.least) return { code: 'missing' };
  return length > reasonLength.most ? { code: 'too-long', by: length - reasonLength.most } : undefined;
}
