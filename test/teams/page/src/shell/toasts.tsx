import { icons } from '../icons.tsx';
import { words } from '../words.ts';
import type { Toast } from './use-toasts.ts';

/** The place where notices appear; always there, so that a screen reader hears of them. */
export function Toasts({ toasts, dismiss }: { toasts: Toast[]; dismiss: (id: number) => void }) {
  return (
    <div className="toasts" role="status">
      {toasts.map(({ id, text }) => (
        <div className="toast" key={id}>
          <p>{text}</p>
          <button type="button" aria-label={words.close} onClick={() => dismiss(id)}>
            {icons.close}
          </button>
        </div>
      ))}
    </div>
  );
}
