import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EDITION_IDS } from '../facts/editions.ts';
import { LAYERS } from './index.ts';
import { measuresOf, TOPICS } from './topics.ts';

const { datasets } = JSON.parse(readFileSync('geodata/catalogue.json', 'utf8')) as {
	datasets: { id: string; period: string }[];
};

const layersOf = (topic: (typeof TOPICS)[number]): string[] => [
	...(topic.kind === 'colours' ? measuresOf(topic).map(({ id }) => id) : topic.layers),
	...topic.extras
];

describe('topics', () => {
	it('hold every layer once, and no other', () => {
		const held = TOPICS.flatMap(layersOf).sort();
		expect(held).toEqual(LAYERS.map(({ id }) => id).sort());
	});

	it('are all told apart by id and by title', () => {
		for (const key of ['id', 'title'] as const) {
			expect(new Set(TOPICS.map((topic) => topic[key])).size).toBe(TOPICS.length);
		}
	});

	it.each(TOPICS)('$title has only years that its datasets are of', ({ when, datasets: named }) => {
		const periods = named.map((id) => datasets.find((one) => one.id === id)?.period);
		expect(periods).not.toContain(undefined);
		for (const edition of EDITION_IDS) {
			for (const [year] of when(edition)?.matchAll(/\d{4}/g) ?? []) {
				expect(periods.join()).toContain(year);
			}
		}
	});
});
