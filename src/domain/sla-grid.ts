/** The promises a simulation tries: business minutes to the first attempt, and attempts in the first days. Ascending. */
export const slaGrid = {
  responseMinutes: [5, 15, 30, 60, 120, 240, 480, 960],
  attempts: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  /** Handovers of so many days up to the as-of day are counted again. */
  days: 90,
} as const;
