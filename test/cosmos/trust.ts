import { getCACertificates, setDefaultCACertificates } from 'node:tls';

/** Has this process trust a certificate (PEM) beside those it trusts anyway. */
export function trust(certificate: string): void {
  setDefaultCACertificates([...getCACertificates('default'), certificate]);
}
