/** Asks the device where it is, once, because the reader wants to know. */

export interface Position {
	longitude: number;
	latitude: number;
	/** Metres that the position may be off. */
	accuracy: number;
}

const PATIENCE = 15_000;
/** A position of the last minute is as good as a new one. */
const FRESH = 60_000;

/** The position, or why there is none and what to do, for the reader. Never throws. */
export async function askPosition(): Promise<Position | { problem: string }> {
	if (!('geolocation' in navigator) || !isSecureContext) {
		return { problem: 'This browser does not tell pages where it is. Type a postcode instead.' };
	}
	return new Promise((resolve) =>
		navigator.geolocation.getCurrentPosition(
			({ coords: { longitude, latitude, accuracy } }) => resolve({ longitude, latitude, accuracy }),
			({ code }) => resolve({ problem: reason(code) }),
			{ enableHighAccuracy: false, timeout: PATIENCE, maximumAge: FRESH }
		)
	);
}

function reason(code: number): string {
	switch (code) {
		case GeolocationPositionError.PERMISSION_DENIED:
			return 'Your browser did not share where you are. Type a postcode instead, or allow it in the browser’s settings for this site and ask again.';
		case GeolocationPositionError.TIMEOUT:
			return 'Your device took too long to find where it is. Ask again, or type a postcode.';
		default:
			return 'Your device could not find where it is. Type a postcode instead.';
	}
}
