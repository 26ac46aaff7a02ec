/**
 * The rooms of the house, from the ground up: a room may use itself and those listed before it.
 * The linters (`scripts/lib/lint-rules.js`) keep the order, and `scripts/lib/import-graph.test.ts` keeps imports free of circles.
 * A new folder needs a line here; tests beside the code may look anywhere.
 *
 * `pure`: plain TypeScript, which knows nothing of Svelte, a browser or the map engine
 * (docs/decisions/0002).
 *
 * @typedef {{ folder: string; holds: string; pure?: true }} Room
 * @type {readonly Room[]}
 */
export const ROOMS = [
	{ folder: 'src/lib/text', holds: 'words, numbers and cells as people read them', pure: true },
	{ folder: 'src/lib/stats', holds: 'statistics of plain numbers', pure: true },
	{ folder: 'src/lib/catalogue', holds: 'datasets: origin, licence, how to name them', pure: true },
	{ folder: 'src/lib/areas', holds: 'areas: the spine, regions, levels, crosswalks', pure: true },
	{ folder: 'src/lib/geometry', holds: 'shapes and positions, without an engine', pure: true },
	{ folder: 'src/lib/document', holds: 'what a view or the build says, as data', pure: true },
	{ folder: 'src/lib/export', holds: 'documents as files: a writer a format', pure: true },
	{ folder: 'src/lib/register', holds: 'the asset model, and how it travels', pure: true },
	{ folder: 'src/lib/facts', holds: 'tables, figures, the registry of parts', pure: true },
	{ folder: 'src/lib/indicators', holds: 'what is measured, and its classes', pure: true },
	{ folder: 'src/lib/access', holds: 'ways and journeys to places', pure: true },
	{ folder: 'src/lib/methods', holds: 'calculations that builder and checks share', pure: true },
	{ folder: 'src/lib/checks', holds: 'our figures beside published ones', pure: true },
	{ folder: 'src/lib/published', holds: 'what documents print and ask for', pure: true },
	{ folder: 'src/lib/postcodes', holds: 'postcodes and where they are', pure: true },
	{ folder: 'src/lib/register/linkage', holds: 'which records are one place', pure: true },
	{ folder: 'src/lib/register/directory', holds: 'the register as a list to search', pure: true },
	{ folder: 'src/lib/register/intake', holds: 'files that readers bring', pure: true },
	{ folder: 'src/lib/register/rounds', holds: 'checks that people make together', pure: true },
	{ folder: 'src/lib/layers', holds: 'what a map layer contributes', pure: true },
	{ folder: 'src/lib/changes', holds: 'which areas entered or left a list', pure: true },
	{ folder: 'src/lib/news', holds: 'what has changed, also as a feed', pure: true },
	{ folder: 'src/lib/gaps', holds: 'need against provision', pure: true },
	{ folder: 'src/lib/compare', holds: 'areas side by side', pure: true },
	{ folder: 'src/lib/siting', holds: 'where hubs would serve best', pure: true },
	{ folder: 'src/lib/search', holds: 'finding areas, postcodes and places', pure: true },
	{ folder: 'src/lib/url', holds: 'what an address says', pure: true },
	{ folder: 'src/lib/view', holds: 'everything that a page shows, as data', pure: true },
	{ folder: 'src/lib/picture', holds: 'a view as a still picture, drawn from shapes', pure: true },
	{ folder: 'src/lib/report', holds: 'a view as documents to take away', pure: true },
	{ folder: 'src/lib/area-page', holds: 'the page of one area, as HTML', pure: true },
	{ folder: 'src/lib/offline', holds: 'which files a browser keeps', pure: true },
	{ folder: 'src/lib/map', holds: 'the map engine' },
	{ folder: 'src/lib/app', holds: 'what every page shares in a browser' },
	{ folder: 'src/lib/session', holds: "what belongs to a region page's session" },
	{ folder: 'src/lib/components', holds: 'what people see' },
	{ folder: 'src/lib/server', holds: 'reading files, in Node alone' },
	{ folder: 'src/routes', holds: 'the pages' },
	{ folder: 'src/service-worker', holds: 'the worker that keeps pages' },
	{ folder: 'scripts/lib', holds: 'what the commands share' },
	{ folder: 'scripts/build', holds: 'from facts to packs' },
	{ folder: 'scripts/refresh', holds: 'from official tables to facts' },
	{ folder: 'scripts/assets', holds: "from publishers' files to the register" },
	{ folder: 'scripts/check-figures', holds: 'the command of the checks' },
	{ folder: 'scripts/analyse', holds: 'gaps, access and siting on the command line' },
	{ folder: 'scripts/words', holds: 'how easily pages are read' },
	{ folder: 'scripts/bench', holds: 'measurements' },
	{ folder: 'scripts', holds: 'the commands that start others' },
	{ folder: 'tests', holds: 'tests of the whole' }
];
