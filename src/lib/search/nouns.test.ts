/** A stranger types a noun of what the map is for, and finds it: in the search, in the panel. */
import { describe, expect, it } from 'vitest';
import { LAYERS } from '../layers/index.ts';
import { measuresOf, TOPICS } from '../layers/topics.ts';
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

	it.each(NOUNS)('“%s” is in the panel at once', (_, id) => {
		const topic = TOPICS.find((one) =>
			one.kind === 'colours'
				? [...measuresOf(one).map((layer) => layer.id), ...one.extras].includes(id)
				: [...one.layers, ...one.extras].includes(id)
		);
		expect(topic?.under).toBeNull();
	});

	it.each([
		['doctor', 'gp-practices'],
		['midwife', 'maternity-hubs'],
		['debt', 'link-workers'],
		['housing', 'link-workers'],
		['lonely', 'community-venues'],
		['baby', 'family-hubs'],
		['chemist', 'pharmacies']
	])('“%s”, as people say, finds it', (word, id) => expect(found(word)).toContain(id));

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
