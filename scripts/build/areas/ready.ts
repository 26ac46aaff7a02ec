/** In place of a path, for the thread that makes pages of areas: all is read that the next page needs, and none is made. */
export const READY = '';
