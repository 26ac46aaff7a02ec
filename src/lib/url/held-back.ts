/**
 * What a page shows and its address does not say: where a postcode or the reader's device led.
 *
 * The rule:
 * - The neighbourhood that was found stands in no address, whoever chooses it again.
 * - Where the map rests stands in none either until the reader has chosen another area by hand,
 *   and then only {@link FAR} or more from what was found: moving and zooming a map that was
 *   taken to a postcode leaves its middle on it, or a step away.
 * - With both done, what was found is let go, and the address says everything again.
 * - All else that is chosen (layer, edition, classes …) is written as ever.
 * - A link with the neighbourhood is made when the reader asks for one, and says so
 *   ({@link withFound}); it never holds the point that was found.
 */
import { nearest } from '../search/nearest.ts';
import type { Codec } from './codec.ts';
import type { Camera } from './map-state.ts';

/** What of a page's state says where somebody is. */
export interface Placed {
	camera: Camera | null;
	area?: string | null;
}

export interface Found {
	by: 'postcode' | 'position';
	/** Code of the neighbourhood; null where it isn't known. */
	area: string | null;
	longitude: number;
	latitude: number;
	/** Whether another area was chosen by hand since. */
	left: boolean;
}

/** Kilometres from what was found from which on an address may say where the map rests. */
export const FAR = 2;
/** Zoom of a map that nobody has moved since it was taken to what was found, and of a link to it. */
const NEAR_ZOOM = 12;

/** The state of a page that shows what was found. */
export function atFound<State extends Placed>(state: State, found: Found): State {
	const { longitude, latitude, area } = found;
	const camera = { longitude, latitude, zoom: state.camera?.zoom ?? NEAR_ZOOM };
	return { ...state, ...(area === null ? {} : { area }), camera };
}

/** What an address may say of a state. */
export function publicPart<State extends Placed>(state: State, found: Found | null): State {
	if (!found) return state;
	return {
		...state,
		...(isFound(state.area, found) ? { area: null } : {}),
		camera: mayBeSaid(state.camera, found) ? state.camera : null
	};
}

/** What is still held once a page has another state; `change` is what the reader changed of it. */
export function heldAfter(
	found: Found | null,
	change: Partial<Placed>,
	state: Placed
): Found | null {
	if (!found) return null;
	const another = change.area != null && !isFound(change.area, found);
	const now = another ? { ...found, left: true } : found;
	const done = now.left && !isFound(state.area, now) && mayBeSaid(state.camera, now);
	return done ? null : now;
}

/** A state as a link to the neighbourhood that was found has it; `middle` is where its people live. */
export function withFound<State extends Placed>(
	state: State,
	found: Found,
	middle: readonly [longitude: number, latitude: number]
): State {
	const [longitude, latitude] = middle;
	return { ...state, area: found.area, camera: { longitude, latitude, zoom: NEAR_ZOOM } };
}

/** State and what is held of it as one text, to be read again when the reader comes back. */
export function writeHeld<State extends Placed>(
	codec: Codec<State>,
	state: State,
	found: Found
): string {
	return JSON.stringify({ query: codec.query(state), found });
}

/** Read what {@link writeHeld} wrote; null where the text is anything else. */
export function readHeld<State extends Placed>(
	codec: Codec<State>,
	text: string
): { placed: Placed; found: Found } | null {
	let read: { query?: unknown; found?: Partial<Record<keyof Found, unknown>> | null } | null;
	try {
		read = JSON.parse(text) as typeof read;
	} catch {
		return null;
	}
	const { by, area, longitude, latitude, left } = read?.found ?? {};
	if (
		typeof read?.query !== 'string' ||
		(by !== 'postcode' && by !== 'position') ||
		(area !== null && typeof area !== 'string') ||
		typeof longitude !== 'number' ||
		typeof latitude !== 'number' ||
		typeof left !== 'boolean'
	) {
		return null;
	}
	const { camera, area: chosen } = codec.read(read.query).state;
	const placed = chosen === undefined ? { camera } : { camera, area: chosen };
	return { placed, found: { by, area, longitude, latitude, left } };
}

const isFound = (area: string | null | undefined, found: Found): boolean =>
	area != null && area === found.area;

/** The whole region can be said as soon as something else was chosen, as any other place far enough. */
function mayBeSaid(camera: Camera | null, found: Found): boolean {
	if (camera === null) return true;
	return found.left && (nearest([camera], found, 1)[0]?.kilometres ?? 0) >= FAR;
}
