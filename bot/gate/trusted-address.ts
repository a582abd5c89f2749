/** Whether an address is on this machine. */
export function isLoopback(address: URL): boolean {
  const host = address.hostname;
  return host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host);
}

/** Whether what goes to an address can't be read on its way: https, or it never leaves this machine. */
export function isPrivate(address: URL): boolean {
  return address.protocol === 'https:' || (address.protocol === 'http:' && isLoopback(address));
}

/**
 * Whether we speak to an address at all.
 * @param hosts names, with a port when it is not the usual one; `*.` in front stands for any one name or more
 */
export function isAllowedAddress(address: string, hosts: readonly string[]): boolean {
  const url = URL.parse(address);
  if (url === null || !isPrivate(url) || url.username !== '' || url.password !== '') return false;
  return hosts.some((host) => matches(url.host, host.toLowerCase()));
}

function matches(host: string, allowed: string): boolean {
  return allowed.startsWith('*.') ? host.endsWith(allowed.slice(1)) : host === allowed;
}
