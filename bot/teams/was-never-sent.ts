/** Codes by which Node, or its HTTP client, says that there was no connection to send by. */
const noConnection = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];
const noTrust = /^(CERT_|ERR_TLS_|ERR_SSL_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_)/;

/** Whether a request failed before anything of it was sent: name not found, nobody there, or not to be trusted. */
export function wasNeverSent(error: unknown): boolean {
  if (!isObject(error)) return false;
  // Where a name has several addresses, each has its own reason.
  const reasons: unknown[] = Array.isArray(error['errors']) ? error['errors'] : [error];
  return reasons.every(isBeforeSending);
}

function isBeforeSending(reason: unknown): boolean {
  if (!isObject(reason)) return false;
  const { code, syscall } = reason;
  if (syscall === 'connect' || syscall === 'getaddrinfo') return true;
  return typeof code === 'string' && (noConnection.includes(code) || noTrust.test(code));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
