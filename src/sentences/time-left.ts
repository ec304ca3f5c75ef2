/** About how long something will go on, in words: seconds up to two minutes, then minutes. Null: nobody can say, so nothing is said. */
export const timeLeft = (seconds: number | null): string => {
  if (seconds === null) return '';
  return seconds < 120 ? `about ${seconds} s left` : `about ${Math.round(seconds / 60)} min left`;
};
