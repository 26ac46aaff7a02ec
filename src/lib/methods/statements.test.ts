import { describe, expect, it } from 'vitest';
import { factsFrom, tinyEngland } from '../checks/fixture.ts';
import { inWords, readStatements, type Statement } from './statements.ts';

const statement: Statement = {
	id: 'a',
	document: 'The plan',
	documentId: 'plan',
	area: 'Here',
	what: 'something',
	value: 12345.6,
	unit: 'people',
	period: '2021'
};

describe('statements', () => {
	it('are read with the title of their document', () => {
		const [first, second] = readStatements(factsFrom(tinyEngland()));
		expect(first).toMatchObject({ id: 'people', document: 'The plan', value: 300, period: null });
		expect(second).toMatchObject({ id: 'charities', period: '2021' });
	});

	it('are put into words with their units', () => {
		expect(inWords(statement)).toBe('Here: something: 12,345.6 people (2021)');
		expect(inWords({ ...statement, value: 18, unit: 'percent', period: null })).toBe(
			'Here: something: 18%'
		);
		expect(inWords({ ...statement, value: 15, unit: '1 in N' })).toBe(
			'Here: something: 1 in 15 (2021)'
		);
		expect(inWords({ ...statement, value: 2.92, unit: 'per 1000 births' })).toBe(
			'Here: something: 2.92 (2021)'
		);
		expect(inWords({ ...statement, value: null, unit: null, period: null })).toBe(
			'Here: something'
		);
	});
});
