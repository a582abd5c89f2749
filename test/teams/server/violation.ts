/** A rule of Teams that the bot broke; tests ask that there are none. */
export interface Violation {
  kind:
    | 'rate'
    | 'size'
    | 'refresh-user-ids'
    | 'card-version'
    | 'dialog-card'
    | 'attachment-kind'
    | 'invoke-status'
    | 'invoke-time-out'
    | 'invoke-answer'
    | 'refresh-failed'
    | 'unauthorized';
  /** Epoch milliseconds. */
  at: number;
  detail: string;
}
