/** Why a frame on another site shows nothing, in one sentence. */
export const frameGone = (why: string): string =>
	`What this frame showed is not there, or no longer is: ${why}.`;
