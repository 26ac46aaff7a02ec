/** What is measured, and the bar it is held against. */
import { MEMORY_BAR } from './extract.ts';
import type { Figure } from './figures.ts';
import { ROWS } from './import.ts';

/** The figures of `npm run bench`, each with the value that it should not go over, where that is the same for every region. */
export const BARS = {
	repaint: { title: 'repaint when the layer changes', bar: 1.3, unit: 'x bare' },
	firstPaint: { title: 'first paint of the neighbourhoods', bar: 1.5, unit: 'x bare' },
	hover: { title: 'hover, to the bare frame', bar: 1.1, unit: 'x bare' },
	pan: { title: 'pan frame with all venues and schools', bar: 1.1, unit: 'x bare' },
	switching: { title: 'going to another region, to its own parts', bar: 1.01, unit: 'x own' },
	scripts: { title: 'map page scripts, gzip', bar: 1.5, unit: 'x bare' },
	pack: { title: 'pack, gzip', unit: 'kB' },
	firstView: { title: 'of it for the first view of the map, gzip', unit: 'kB' },
	firstVisit: { title: 'first visit in all, gzip', bar: 900, unit: 'kB' },
	import: { title: `import of ${ROWS} rows in the browser`, bar: 5, unit: 's' },
	build: { title: 'build of all regions', bar: 60, unit: 's' },
	extract: {
		title: 'import of a 400 MB extract, with its tables: memory',
		bar: MEMORY_BAR,
		unit: 'MB'
	}
} as const satisfies Record<string, Pick<Figure, 'title' | 'unit'> & { bar?: number }>;
