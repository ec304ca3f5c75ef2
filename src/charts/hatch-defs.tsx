/** The hatch patterns, once a page: `.fill-hatch` and `.fill-hatch-signal` paint with them. */
export function HatchDefs() {
  return (
    <svg className="hatch-defs" aria-hidden="true">
      <defs>
        <Hatch id="hatch" line="hatch-line" />
        <Hatch id="hatch-signal" line="hatch-line hatch-line-signal" />
      </defs>
    </svg>
  );
}

function Hatch({ id, line }: { readonly id: string; readonly line: string }) {
  return (
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line x1="1" y1="0" x2="1" y2="5" className={line} />
    </pattern>
  );
}
