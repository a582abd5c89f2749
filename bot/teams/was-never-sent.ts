/** Codes by which Node, or its fetch, says that there was no connection to send by. */
const noConnection = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);
const noTrust = /^(CERT_|ERR_TLS_|ERR_SSL_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_)/;

/** Whether fetch failed before anything of the request was sent: name not found, nobody there, or not to be trusted. */
export function wasNeverSent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const cause: unknown = error.cause;
  if (cause instanceof AggregateError) return cause.errors.every(isBeforeSending);
  return isBeforeSending(cause);
}

function isBeforeSending(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const code = 'code' in cause ? String(cause.code) : '';
  const isConnecting = 'syscall' in cause && (cause.syscall === 'connect' || cause.syscall === 'getaddrinfo');
  return isConnecting || noConnection.has(code) || noTrust.test(code);
}
