/** Result codes of SQLite: https://www.sqlite.org/rescode.html */
export const sqliteBusy = 5;

/** Whether SQLite refused with this (primary) result code. */
export function isSqliteError(error: unknown, resultCode: number): boolean {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return false;
  // The extended code carries the primary one in its lowest byte.
  return typeof error.errcode === 'number' && (error.errcode & 0xff) === resultCode;
}
