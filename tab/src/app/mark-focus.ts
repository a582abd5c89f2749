const mark = 'data-fui-focus-visible';

/** Marks where the focus of the keyboard is, as Fluent's components want it for their focus ring. */
export function markFocus(page: Document): void {
  page.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && target.matches(':focus-visible')) target.setAttribute(mark, '');
  });
  page.addEventListener('focusout', ({ target }) => {
    if (target instanceof HTMLElement) target.removeAttribute(mark);
  });
}
