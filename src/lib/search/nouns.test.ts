/** A stranger types a noun of what the map is for, and finds it: in the search, in the panel. */
import { describe, expect, it } from 'vitest';
import { matches } from '../layers/find.ts';
import { LAYERS } from '../layers/index.ts';
import { LAYER_GROUPS } from '../layers/layer.ts';
import { layerEntries } from './entries.ts';
import { createSearch } from './search.ts';

const search = createSearch(layerEntries(LAYERS));
const found = (query: string) =>
	search(query).groups.flatMap(({ entries }) =>
		entries.flatMap(({ found }) => (found.kind === 'layer' ? [found.id] : []))
	);

const NOUNS: [string, string][] = [
	['deprivation deciles', 'deprivation'],
	['deprivation', 'deprivation'],
	['Core20 communities', 'core20'],
	['births per district', 'births'],
	['births', 'births'],
	['life-expectancy gaps', 'life-expectancy-gap-males'],
	['life expectancy', 'life-expectancy-gap-males'],
	['VCSE assets', 'community-venues'],
	['VCSE', 'charities-count'],
	['social prescribers', 'link-workers'],
	['social prescribing', 'link-workers'],
	['maternity hubs', 'maternity-hubs'],
	['maternity', 'maternity-units']
];

describe('each noun that the map is for', () => {
	it.each(NOUNS)('“%s” is found by one search', (noun, id) => expect(found(noun)).toContain(id));

	it.each(NOUNS)('“%s” is found in the panel of layers', (noun, id) => {
		expect(LAYERS.filter((layer) => matches(layer, noun)).map((layer) => layer.id)).toContain(id);
	});

	it.each(NOUNS)('“%s” is two clicks away at most: its group, and it', (_, id) => {
		const layer = LAYERS.find((one) => one.id === id);
		if (!layer) throw new Error(`no layer ${id}`);
		expect(Object.keys(LAYER_GROUPS)).toContain(layer.group);
		// A measure within a family is a third click, so the first of a family has to be it, or
		// what the noun names has a question of its own.
		const first = LAYERS.find(
			(one) => one.kind === 'areas' && layer.kind === 'areas' && one.family === layer.family
		);
		expect(layer.kind === 'areas' ? first?.id : layer.id).toBe(layer.id);
	});

	it('is spelled with forgiveness', () => {
		expect(found('depravation')).toContain('deprivation');
		expect(found('maternty')).toContain('maternity-units');
	});

	it('every layer is found by its own title', () => {
		for (const { id, title } of LAYERS) {
			const all = search(title).groups.flatMap(({ entries }) => entries);
			expect(
				all.some(({ found }) => found.kind === 'layer' && found.id === id),
				title
			).toBe(true);
		}
	});
});
