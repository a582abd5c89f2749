import { useEffect, useRef, useState } from 'react';
import { useApi } from '../../shared/api/api-context.ts';

type Download =
  | { state: 'making' }
  /** Bytes that came in. */
  | { state: 'coming'; bytes: number }
  | { state: 'ready'; href: string; name: string; bytes: number }
  | { state: 'failed'; error: Error };

export interface Downloader {
  download: Download | undefined;
  begin: (path: string) => void;
  cancel: () => void;
}

/** Often enough to see that it goes on. In milliseconds. */
const toldEach = 100;

/**
 * Fetches a file and has the browser keep it. Teams on a computer lets a page do that by itself once; after that it
 * takes a press on a link, so what is ready stays there as one.
 */
export function useDownload(): Downloader {
  const api = useApi();
  const [download, setDownload] = useState<Download>();
  const going = useRef<AbortController>(undefined);
  const kept = useRef<string>(undefined);
  const letGo = () => {
    going.current?.abort();
    if (kept.current !== undefined) URL.revokeObjectURL(kept.current);
    kept.current = undefined;
  };
  useEffect(() => letGo, []);

  const fetchFile = async (path: string, signal: AbortSignal) => {
    try {
      const response = await api.file(path, signal);
      const file = await bytesOf(response, (bytes) => setDownload({ state: 'coming', bytes }));
      if (signal.aborted) return;
      kept.current = URL.createObjectURL(file);
      const ready = { href: kept.current, name: nameOf(response), bytes: file.size };
      setDownload({ state: 'ready', ...ready });
      save(ready);
    } catch (error) {
      if (signal.aborted) return;
      setDownload({ state: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
    }
  };

  return {
    download,
    begin: (path) => {
      letGo();
      going.current = new AbortController();
      setDownload({ state: 'making' });
      void fetchFile(path, going.current.signal);
    },
    cancel: () => {
      letGo();
      setDownload(undefined);
    },
  };
}

async function bytesOf(response: Response, tell: (bytes: number) => void): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let [bytes, toldAt] = [0, 0];
  const reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | undefined = response.body?.getReader();
  for (let next = await reader?.read(); next?.value !== undefined; next = await reader?.read()) {
    parts.push(next.value);
    bytes += next.value.byteLength;
    if (performance.now() - toldAt < toldEach) continue;
    toldAt = performance.now();
    tell(bytes);
  }
  return new Blob(parts, { type: response.headers.get('content-type') ?? '' });
}

function nameOf(response: Response): string {
  const [, name] = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  return name ?? 'export';
}

function save({ href, name }: { href: string; name: string }): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
}
