/**
 * Threads of a pool that start when there is work and stay, with what they have read, until the pool is
 * closed. By itself the library ends one as soon as it has nothing to do, and where a least number is
 * asked for, it starts another in its place: also after the pool was closed, if the old one took long
 * to end. That one looked for a program that was gone, and the build failed on a busy machine.
 */
export const UNTIL_CLOSED = { minThreads: 0, idleTimeout: Infinity } as const;
