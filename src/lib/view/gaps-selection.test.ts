import { describe, expect, it } from 'vitest';
import { analyseGaps } from '../gaps/analysis.ts';
import { cellIndex } from '../gaps/classes.ts';
import { fixtureBench } from '../gaps/fixture.ts';
import { DEFAULT_REQUEST } from '../gaps/request.ts';
import { areaSentence } from '../gaps/sentences.ts';
import {
	cellWords,
	countWords,
	nothingSelectedWords,
	selectedWords,
	selectInGaps
} from './gaps-selection.ts';

/** Of communities, two of which are gaps: Alder and Birch. */
const analysis = analyseGaps({ ...DEFAULT_REQUEST, level: 'msoa', k: 3 }, fixtureBench());
const [alder] = analysis.areas;

describe('what is chosen in an answer', () => {
	it('is the area itself, or the one that it lies in', () => {
		expect(selectInGaps(analysis, 'E02000001')).toMatchObject({
			unit: 0,
			result: { name: 'Alder' }
		});
		const inside = selectInGaps(analysis, 'E01000004');
		expect(inside).toMatchObject({ unit: 1, result: { name: 'Birch' } });
		expect(inside?.selection.members).toEqual([3]);
	});

	it('is of no one unit where it holds several, and nothing where the answer lacks it', () => {
		expect(selectInGaps(analysis, 'E07000001')).toMatchObject({ unit: null, result: null });
		expect(selectInGaps(analysis, 'E01999999')).toBeNull();
		expect(selectInGaps(analysis, null)).toBeNull();
	});

	it('is said with what it is and why', () => {
		const why = alder && areaSentence(alder, analysis);
		expect(selectedWords(analysis, 'E02000001')).toMatch(/^Alder selected\. [A-Z]/);
		expect(selectedWords(analysis, 'E02000001').endsWith(why ?? '?')).toBe(true);
		expect(selectedWords(analysis, 'E07000001')).toBe('East selected.');
		expect(selectedWords(analysis, 'E01999999')).toBe('E01999999 selected.');
	});

	it('is asked for where nothing is, and explained where it is not there', () => {
		expect(nothingSelectedWords(analysis, null)).toMatch(/^Choose a community /);
		expect(nothingSelectedWords(analysis, 'E01999999')).toMatch(
			/^Area E01999999 is not among the areas of Testshire /
		);
	});
});

describe('the answer in a line', () => {
	it('counts gaps and areas', () => {
		expect(countWords(analysis)).toBe('Two gaps of four communities.');
	});

	it('counts the areas of a cell', () => {
		const [cell] = analysis.gaps.map((unit) => analysis.areas[unit]?.cell);
		expect(cell && cellWords(analysis, cellIndex(cell))).toMatch(/ communit(y|ies) stand out\.$/);
		expect(cellWords(analysis, null)).toBe('All areas shown.');
	});
});
