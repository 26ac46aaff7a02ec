/**
 * What only some regions have, in words: the one place of the sentences that pages show instead of
 * an empty heading. A dataset that does not cover all of England has a line here.
 */
import type { Dataset } from './catalogue.ts';

/** By dataset, as it stands after “We hold no”: many of them, so that “they” goes on. */
export const HELD_IN_PLACES: Readonly<Record<string, string>> = {
	'boundaries-wards22': 'outlines of wards',
	'boundaries-pcn-catchments-2020': 'areas of GP networks',
	'family-hubs': 'lists of family hubs and children’s centres',
	'maternity-sites': 'compiled lists of maternity units and hubs',
	'maternity-evidence': 'reports on which maternity sites are open',
	'published-documents': 'local documents',
	'published-statements': 'figures printed in local documents',
	'published-statements-more': 'further figures printed in local maternity documents',
	'published-plan-actions': 'lists of what local plans ask for',
	'published-named-services': 'lists of services that local documents name',
	'published-charities-by-district': 'counts of charities by district',
	'published-maternity-units': 'printed numbers of births by maternity unit',
	'published-ethnic-group-by-district': 'printed ethnic groups by district',
	'published-bsw-births-by-deprivation': 'printed births by deprivation and trust',
	'published-bsw-languages-by-locality': 'printed languages by locality'
};

type Described = Pick<Dataset, 'id' | 'title' | 'coverage'>;

const wordsFor = ({ id, title }: Described): string => HELD_IN_PLACES[id] ?? `“${title}”`;

/** "two regions: A; B" → "A, and for B". */
const placesOf = (coverage: string): string =>
	coverage.replace(/^[^:;]*: /, '').replaceAll('; ', ', and for ');

/** That a dataset has nothing of a region, and why, in a sentence. */
export const notHeld = (dataset: Described, regionName: string): string =>
	`We hold no ${wordsFor(dataset)} for ${regionName}: they were collected for ${placesOf(dataset.coverage)}.`;

/** That it has a part of a region, and why, in a sentence. */
export const heldInPart = (
	dataset: Described,
	regionName: string,
	{ here, all }: { here: number; all: number }
): string =>
	`We hold ${wordsFor(dataset)} for ${count(here)} of the ${count(all)} neighbourhoods of ${regionName}: they were collected for ${placesOf(dataset.coverage)}.`;

/** That no list of something was imported, in a sentence: such lists come with an import alone. */
export const notImported = (what: string, regionName: string): string =>
	`We hold no ${what} for ${regionName}: no such register was imported.`;

const count = (value: number): string => value.toLocaleString('en-GB');
