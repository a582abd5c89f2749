/** Result codes of SQLite: https://www.sqlite.org/rescode.html */
export const sqliteBusy = 5;

/** Whether SQLite refused with this (primary) result code. */
export function isSqliteError(error: unknown, resultCode: number): boolean {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return false;
  // The extended code carries the primary one in its lowest byte.
  return (error.errcode & 0xff) === resultCode;
}
