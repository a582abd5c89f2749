/** A card before it is expanded: the name of its template and what goes into it. */
export interface Drawing {
  template: string;
  values: object;
  /** For a notification: plain text. */
  summary: string;
}
