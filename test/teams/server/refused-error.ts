/** A call that the simulator refuses as Teams would: the HTTP status, Microsoft's code, and a sentence. */
export class RefusedError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers?: Record<string, string>;

  constructor(status: number, code: string, message: string, headers?: Record<string, string>) {
    super(message);
    this.name = 'RefusedError';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}
