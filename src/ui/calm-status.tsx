import { useEffect, useRef, useState } from 'react';

const saidEveryMs = 5000;

/** Says what is being worked on to those who do not see it: at once when it begins, then what has become of it at most every five seconds. */
export function CalmStatus({ text }: { readonly text: string }) {
  const latest = useRef(text);
  const [said, setSaid] = useState('');
  const isWorking = text !== '';
  useEffect(() => {
    latest.current = text;
  }, [text]);
  useEffect(() => {
    if (!isWorking) return undefined;
    const first = setTimeout(() => setSaid(latest.current));
    const timer = setInterval(() => setSaid(latest.current), saidEveryMs);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
      setSaid('');
    };
  }, [isWorking]);
  return <output className="visually-hidden">{said}</output>;
}
