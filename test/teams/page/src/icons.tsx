import type { ReactNode } from 'react';

/** Drawn here: a handful of line icons does not earn the package of thousands. All 20 × 20, in the text's colour. */
export const icons = {
  chat: draw(<path d="M10 3a7 7 0 0 1 0 14 7.4 7.4 0 0 1-3.2-.7L3 17l.9-3.4A7 7 0 0 1 10 3Z" />),
  app: draw(
    <>
      <rect x="3" y="3" width="6" height="6" rx="1.5" />
      <rect x="11" y="3" width="6" height="6" rx="1.5" />
      <rect x="3" y="11" width="6" height="6" rx="1.5" />
      <path d="M14 11.5v5M11.5 14h5" />
    </>,
  ),
  send: draw(<path d="m3.5 16.5 2-6.5-2-6.5L17 10Zm2-6.5H11" />),
  back: draw(<path d="M12 4 6 10l6 6" />),
  down: draw(<path d="m5.5 8 4.5 4.5L14.5 8" />),
  fault: draw(<path d="M11 2.5 4.5 11.5H9l-1 6 6.5-9H10Z" />),
  theme: draw(
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M10 3a7 7 0 0 1 0 14Z" fill="currentColor" />
    </>,
  ),
  close: draw(<path d="m5 5 10 10M15 5 5 15" />),
  window: draw(
    <path d="M11 3.5h5.5V9M16 4l-6.5 6.5M8 5H4.5A1 1 0 0 0 3.5 6v9.5a1 1 0 0 0 1 1H14a1 1 0 0 0 1-1V12" />,
  ),
};

function draw(shape: ReactNode): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      {shape}
    </svg>
  );
}
