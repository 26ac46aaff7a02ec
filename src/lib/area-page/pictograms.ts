/** Small pictures beside words, for people who read few of them. Each only repeats the word. */
import { markup, type Html } from './html.ts';

/** A line drawing on a grid of 24, by what it is of. */
const PATHS: Readonly<Record<string, string>> = {
	call: 'M6 3h4l2 5-3 2a12 12 0 0 0 5 5l2-3 5 2v4a2 2 0 0 1-2 2A17 17 0 0 1 4 5a2 2 0 0 1 2-2z',
	gp: 'M9 3h6v6h6v6h-6v6H9v-6H3V9h6z',
	pharmacy: 'M4 14 14 4a4 4 0 0 1 6 6L10 20a4 4 0 0 1-6-6zM9 9l6 6',
	maternity: 'M12 3a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8 21v-8c0-5 8-5 8 0 3 1 3 6 0 6v2z',
	food: 'M3 11h18a9 9 0 0 1-18 0zM8 3v4M12 2v5M16 3v4',
	library: 'M3 5c4-2 7-1 9 1 2-2 5-3 9-1v14c-4-2-7-1-9 1-2-2-5-3-9-1zM12 6v14',
	warm: 'M12 2c1 5 6 6 6 12a6 6 0 0 1-12 0c0-3 2-4 2-6 2 0 3 2 3 3 2-2 2-5 1-9z',
	family:
		'M8 3a2 2 0 1 1 0 5 2 2 0 0 1 0-5zM16 3a2 2 0 1 1 0 5 2 2 0 0 1 0-5zM4 20v-7c0-5 8-5 8 0v7M12 13c0-5 8-5 8 0v7',
	bus: 'M4 4h16v12H4zM4 11h16M7 19a2 2 0 1 0 0-3M17 19a2 2 0 1 0 0-3',
	people: 'M12 3a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM4 21c0-9 16-9 16 0z'
};

/** The picture of a kind of place; none of what has no picture. */
export const pictogram = (kind: string): Html | null => {
	const path = PATHS[kind];
	return path === undefined
		? null
		: markup`<svg class="pictogram" viewBox="0 0 24 24" width="40" height="40" aria-hidden="true"><path d="${path}"/></svg>`;
};
