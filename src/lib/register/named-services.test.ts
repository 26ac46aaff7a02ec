import { describe, expect, it } from 'vitest';
import {
	namedFor,
	namedServicesFor,
	namedServicesIn,
	namedWhen,
	type NamedService
} from './named-services.ts';

const service = (name: string, what: string): NamedService => ({
	id: name,
	name,
	what,
	area: 'Somewhere',
	areaCode: 'E10000020',
	districts: ['E07000143'],
	kind: 'maternity',
	document: 'The plan',
	publisher: 'Some board',
	section: '1',
	dated: '2021-22'
});
const services = [
	service('Healthy Start', 'help to buy basic foods'),
	service('Home birth service', 'offered by the trusts')
];

describe('services that documents name', () => {
	it('are called named and to confirm, by the date of their document', () => {
		expect(namedWhen({ dated: '2021-22' })).toBe('Named in 2021/22, to confirm');
		expect(namedWhen({ dated: '2024-05' })).toBe('Named in May 2024, to confirm');
	});

	it('are found by the beginnings of their words, and all without any', () => {
		const found = (text: string) => namedServicesFor(services, text).map(({ name }) => name);
		expect(found('')).toEqual(['Healthy Start', 'Home birth service']);
		expect(found('Heal food')).toEqual(['Healthy Start']);
		expect(found('maternity')).toHaveLength(2);
		expect(found('birth start')).toEqual([]);
	});

	it('are those of the districts asked for, and those of which nobody has said whom they reach', () => {
		const [here, there = here] = services as [NamedService, NamedService];
		const open = { ...there, area: 'Some hospital', areaCode: null, districts: null };
		expect(namedServicesIn([here, open], new Set(['E07000143']))).toEqual([here, open]);
		expect(namedServicesIn([here, open], new Set(['E07000244']))).toEqual([open]);
		expect(namedFor(here)).toBe('for Somewhere');
		expect(namedFor(open)).toBe('Some hospital (the area it serves is to confirm)');
	});
});
