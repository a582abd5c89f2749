import type { IncomingHttpHeaders } from 'node:http';

export type WireKind =
  | 'account'
  | 'database'
  | 'container'
  | 'ranges'
  | 'read'
  | 'create'
  | 'replace'
  | 'delete'
  | 'batch'
  | 'query'
  | 'query-plan'
  | 'feed'
  | 'other';

export interface WireRequest {
  kind: WireKind;
  databaseId: string;
  containerId: string;
  /** Of the document. */
  id: string;
  header(name: string): string | undefined;
  /** As it came. */
  body: string;
}

/** Recognises what is asked. Source: learn.microsoft.com/rest/api/cosmos-db */
export function wireRequest(
  method: string,
  url: string,
  headers: IncomingHttpHeaders,
  body: string,
): WireRequest {
  const parts = new URL(url, 'https://host').pathname.split('/').filter((part) => part !== '');
  const [dbs, databaseId = '', colls, containerId = '', leaf, id = ''] = parts.map(decodeURIComponent);
  const header = (name: string) => {
    const value = headers[name];
    return Array.isArray(value) ? value[0] : value;
  };
  const known = (parts.length < 1 || dbs === 'dbs') && (parts.length < 3 || colls === 'colls');
  const kind = known ? kindOf(method, parts.length, leaf, header) : 'other';
  return { kind, databaseId, containerId, id, header, body };
}

function kindOf(
  method: string,
  depth: number,
  leaf: string | undefined,
  header: WireRequest['header'],
): WireKind {
  if (method === 'GET') {
    if (depth === 0) return 'account';
    if (depth === 2) return 'database';
    if (depth === 4) return 'container';
    if (depth === 5 && leaf === 'pkranges') return 'ranges';
    if (depth === 5 && leaf === 'docs' && header('a-im') !== undefined) return 'feed';
  }
  if (leaf !== 'docs') return 'other';
  if (depth === 6) return kindOfOne(method);
  return method === 'POST' && depth === 5 ? kindOfPost(header) : 'other';
}

function kindOfOne(method: string): WireKind {
  switch (method) {
    case 'GET':
      return 'read';
    case 'PUT':
      return 'replace';
    case 'DELETE':
      return 'delete';
    default:
      return 'other';
  }
}

function kindOfPost(header: WireRequest['header']): WireKind {
  const says = (name: string) => header(name)?.toLowerCase() === 'true';
  if (says('x-ms-cosmos-is-query-plan-request')) return 'query-plan';
  if (says('x-ms-documentdb-isquery')) return 'query';
  if (says('x-ms-cosmos-is-batch-request')) return says('x-ms-cosmos-batch-atomic') ? 'batch' : 'other';
  return says('x-ms-documentdb-is-upsert') ? 'other' : 'create';
}
