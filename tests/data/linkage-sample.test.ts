/**
 * The linkage of the register against two samples of pairs that readers labelled, two each, none
 * knowing what the linkage or the other had said (decision 21). The pairs were drawn by stratum
 * (kinds, and joined or apart by weight), spread over the boards of England, with a seed; each
 * stands for `stands_for` pairs of its stratum. None is among those the weights were set with, and
 * no listing is in both samples.
 *
 * The first was drawn when the weights were set. Faults that it showed were mended with its pairs
 * in sight; the second was drawn after that, so what it says of the linkage that it was drawn from
 * is held out. What stands for the linkage of today is in sight of both.
 *
 * Of the joined pairs, those that both readers call one place are right, those that both call two
 * are wrong. Where the readers differ, or one was not sure, the pair stays in the file and is
 * undecided: left out of the precision, and counted as wrong in the strict one.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RegisterLinkage } from '../../scripts/build/register.ts';
import { PROJECT } from '../../scripts/lib/paths.ts';
import { LINKAGE_MEASURED } from '../../src/lib/register/linkage/linkage-measured.ts';
import { wilsonInterval } from '../../src/lib/stats/wilson.ts';
import { keptLinkage } from './built.ts';

type Label = 'yes' | 'no' | 'unsure';
interface Pair {
	a: string;
	b: string;
	stratum: string;
	board: string;
	standsFor: number;
	first: Label;
	second: Label;
}

const read = (file: string) =>
	parse(readFileSync(join(PROJECT, 'tests/data', file), 'utf8'), {
		columns: true
	}) as Record<string, string>[];

const sample = (file: string): Pair[] =>
	read(file).map(
		({ a = '', b = '', stratum = '', board = '', stands_for, reader_1, reader_2 }): Pair => ({
			a,
			b,
			stratum,
			board,
			standsFor: Number(stands_for),
			first: reader_1 as Label,
			second: reader_2 as Label
		})
	);
const SAMPLES = {
	first: sample('linkage-sample.csv'),
	second: sample('linkage-sample-2.csv')
};

/** The least lower limit of the precision of today: a change of the linkage must not go below. */
const FLOOR = { first: 0.98, second: 0.97 } as const;

let linkage: RegisterLinkage;
beforeAll(async () => {
	linkage = await keptLinkage();
});

const bothSay =
	(label: Label) =>
	({ first, second }: Pair): boolean =>
		first === label && second === label;
const round = (share: number) => Math.round(share * 1000) / 1000;
const sum = (of: readonly Pair[]) => of.reduce((total, { standsFor }) => total + standsFor, 0);

/** What readers say of the pairs that the linkage joins. Recall is weighted by what a pair stands for. */
function measure(pairs: readonly Pair[], isJoined: (pair: Pair) => boolean) {
	const joined = pairs.filter(isJoined);
	const right = joined.filter(bothSay('yes')).length;
	const wrong = joined.filter(bothSay('no')).length;
	return {
		pairs: pairs.length,
		joined: joined.length,
		right,
		wrong,
		undecided: joined.length - right - wrong,
		precision: round(right / (right + wrong)),
		lower: round(wilsonInterval(right, right + wrong).lower),
		strict: round(right / joined.length),
		strictLower: round(wilsonInterval(right, joined.length).lower),
		recall: round(sum(joined.filter(bothSay('yes'))) / sum(pairs.filter(bothSay('yes'))))
	};
}

/** Whether the linkage had joined a pair when it was drawn: its stratum says so. */
const wasJoined = ({ stratum }: Pair) => / joined, (low|high)$/.test(stratum);
const isJoined = ({ a, b }: Pair) => linkage.merged.get(a) === linkage.merged.get(b);

const names = Object.keys(SAMPLES) as (keyof typeof SAMPLES)[];

describe('pairs that two readers labelled', () => {
	it.each(names)(
		'%s sample: of England, of many kinds, and none of those that the weights were set with',
		(name) => {
			const pairs = SAMPLES[name];
			expect(pairs.length).toBeGreaterThanOrEqual(500);
			expect(pairs.filter(wasJoined).length).toBeGreaterThanOrEqual(400);
			expect(new Set(pairs.map(({ board }) => board)).size).toBeGreaterThanOrEqual(41);
			expect(new Set(pairs.map(({ stratum }) => stratum)).size).toBeGreaterThan(10);
			const key = (a = '', b = '') => [a, b].sort().join(' ');
			const fitted = new Set(read('asset-pairs.csv').map(({ a, b }) => key(a, b)));
			expect(pairs.filter(({ a, b }) => fitted.has(key(a, b)))).toEqual([]);
			const labels = new Set(pairs.flatMap(({ first, second }) => [first, second]));
			expect([...labels].filter((label) => !['yes', 'no', 'unsure'].includes(label))).toEqual([]);
			const listings = pairs.flatMap(({ a, b }) => [a, b]);
			expect(listings.filter((id) => !linkage.merged.has(id))).toEqual([]);
		}
	);

	it('has no listing in both samples', () => {
		const first = new Set(SAMPLES.first.flatMap(({ a, b }) => [a, b]));
		expect(SAMPLES.second.filter(({ a, b }) => first.has(a) || first.has(b))).toEqual([]);
	});

	it.each(names)('%s sample: says of the linkage it was drawn from what is published', (name) => {
		const drawn = measure(SAMPLES[name], wasJoined);
		console.log(`linkage, ${name} sample when drawn:`, JSON.stringify(drawn));
		expect(drawn).toEqual(LINKAGE_MEASURED.readers[name].drawn);
	});

	it.each(names)('%s sample: says of the linkage of today what is published', (name) => {
		const now = measure(SAMPLES[name], isJoined);
		console.log(`linkage, ${name} sample now:`, JSON.stringify(now));
		expect(now).toEqual(LINKAGE_MEASURED.readers[name].now);
		expect(now.joined).toBeGreaterThanOrEqual(400);
		expect(now.lower).toBeGreaterThanOrEqual(FLOOR[name]);
	});
});
