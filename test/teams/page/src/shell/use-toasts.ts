import { useCallback, useState } from 'react';

const SHOWN_MS = 6_000;

export interface Toast {
  id: number;
  text: string;
}

let lastId = 0;

/** Short notices that go away by themselves. */
export function useToasts() {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const dismiss = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const notify = useCallback(
    (text: string) => {
      lastId += 1;
      const id = lastId;
      setToasts((all) => [...all, { id, text }]);
      setTimeout(() => dismiss(id), SHOWN_MS);
    },
    [dismiss],
  );
  return { toasts, notify, dismiss };
}
