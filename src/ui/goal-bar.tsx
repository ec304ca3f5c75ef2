/** A share of something, and the share it should be. */
export interface GoalBarProps {
  readonly share: number;
  readonly goal: number;
}

/** A bar of 0 to 100 % with a tick at the goal; decoration beside the number. */
export function GoalBar({ share, goal }: GoalBarProps) {
  return (
    <svg className="goal-bar" aria-hidden="true">
      <rect x="0" y="2" width="100%" height="14" className="fill-band" />
      <rect x="0" y="2" width={`${share * 100}%`} height="14" className="fill-mark" />
      <line x1={`${goal * 100}%`} y1="0" x2={`${goal * 100}%`} y2="18" className="goal-gap" />
      <line x1={`${goal * 100}%`} y1="0" x2={`${goal * 100}%`} y2="18" className="goal-tick" />
    </svg>
  );
}
