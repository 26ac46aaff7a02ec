/**
 * The linkage of the register against pairs that two people labelled, each without knowing what
 * the linkage or the other had said (decision 21). The pairs were drawn by stratum (kinds, and
 * joined or apart by weight), spread over the 42 boards of England, with a seed, after the weights
 * were set; each stands for `stands_for` pairs of its stratum. None is among those the weights were
 * set with. What both readers say counts; where they differ, or one was not sure, the pair stays
 * in the file and is counted as undecided.
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

const pairs = read('linkage-sample.csv').map(
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

let linkage: RegisterLinkage;
beforeAll(async () => {
	linkage = await keptLinkage();
});

const bothSay =
	(label: Label) =>
	({ first, second }: Pair): boolean =>
		first === label && second === label;
const round = (share: number) => Math.round(share * 1000) / 1000;

describe('pairs that two readers labelled', () => {
	it('are of England, of many kinds, and none of those that the weights were set with', () => {
		expect(pairs.length).toBeGreaterThanOrEqual(500);
		expect(new Set(pairs.map(({ board }) => board)).size).toBe(42);
		expect(new Set(pairs.map(({ stratum }) => stratum)).size).toBeGreaterThan(10);
		const key = (a = '', b = '') => [a, b].sort().join(' ');
		const fitted = new Set(read('asset-pairs.csv').map(({ a, b }) => key(a, b)));
		expect(pairs.filter(({ a, b }) => fitted.has(key(a, b)))).toEqual([]);
		const labels = new Set(pairs.flatMap(({ first, second }) => [first, second]));
		expect([...labels].filter((label) => !['yes', 'no', 'unsure'].includes(label))).toEqual([]);
	});

	it('give the linkage a precision of 98% or more by the lower limit, and the recall that is published', () => {
		const joined = pairs.filter(({ a, b }) => linkage.merged.get(a) === linkage.merged.get(b));
		expect(joined.length).toBeGreaterThanOrEqual(400);
		const right = joined.filter(bothSay('yes')).length;
		const wrong = joined.filter(bothSay('no')).length;
		const { lower } = wilsonInterval(right, right + wrong);
		const weight = (of: readonly Pair[]) => of.reduce((sum, { standsFor }) => sum + standsFor, 0);
		const measured = {
			pairs: pairs.length,
			joined: joined.length,
			right,
			wrong,
			undecided: joined.length - right - wrong,
			precision: round(right / (right + wrong)),
			lower: round(lower),
			recall: round(weight(joined.filter(bothSay('yes'))) / weight(pairs.filter(bothSay('yes'))))
		};
		console.log('linkage, pairs of two readers:', JSON.stringify(measured));
		expect(measured).toEqual(LINKAGE_MEASURED.readers);
		expect(lower).toBeGreaterThanOrEqual(0.98);
	});
});
