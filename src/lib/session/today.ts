/** The instant, in ISO. */
export const now = (): string => new Date().toISOString();
/** The day, in ISO. */
export const today = (): string => now().slice(0, 10);
