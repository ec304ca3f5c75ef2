import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Drawn for this width until the place has been measured. */
const FIRST_WIDTH = 720;

/** The width of an element in whole pixels, kept up to date: charts are redrawn for it, never scaled. */
export function useWidth(): readonly [RefObject<HTMLDivElement | null>, number] {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(FIRST_WIDTH);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => setWidth((known) => Math.floor(element.clientWidth) || known);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
