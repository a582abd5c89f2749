import type { ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';
import forms from './forms.module.css';

interface ModalProps {
  title: string;
  close: () => void;
  children: ReactNode;
}

/** A question that has to be answered first; Escape is no. Focus comes back by itself. */
export function Modal({ title, close, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog className={forms.dialog} ref={dialog} aria-labelledby={heading} onCancel={close}>
      <div className={forms.inside}>
        <h3 id={heading}>{title}</h3>
        {children}
      </div>
    </dialog>
  );
}
