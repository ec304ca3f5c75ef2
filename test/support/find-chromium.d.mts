export const findChromium: () => string | null;
export const chromiumAdvice: string;
