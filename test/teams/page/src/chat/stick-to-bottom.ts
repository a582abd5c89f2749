import { useEffect, useRef } from 'react';

/** Nearer to the end than this, in pixels, counts as reading the newest. */
const NEAR = 80;

/** A scrolling box that stays at its newest content, unless the person scrolled up to read. */
export function useStickToBottom() {
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const scroller = box.current;
    const inside = content.current;
    if (scroller === null || inside === null) return undefined;
    let atEnd = true;
    let height = scroller.scrollHeight;
    const toEnd = () => {
      height = scroller.scrollHeight;
      if (atEnd) scroller.scrollTop = scroller.scrollHeight;
    };
    const onScroll = () => {
      // What grew or shrank moved the end: that is not the person scrolling.
      if (scroller.scrollHeight !== height) return;
      atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;
    };
    const observer = new ResizeObserver(toEnd);
    observer.observe(inside);
    observer.observe(scroller);
    scroller.addEventListener('scroll', onScroll);
    toEnd();
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', onScroll);
    };
  }, []);
  return { box, content };
}
