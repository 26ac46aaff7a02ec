import { describe, expect, it } from 'vitest';
import { lackOf, notHeldOf, together, whyEmpty, type Missing } from './missing.ts';

const missing = (dataset: string, more: Partial<Missing> = {}): Missing => ({
	dataset,
	covers: 'none',
	sentence: `We hold no ${dataset}.`,
	parts: [],
	empties: [],
	...more
});

describe('what a region lacks', () => {
	const wards = missing('wards', { parts: ['wards-2022'], empties: ['wards-2022'] });
	const sites = missing('sites', { parts: ['maternity-units', 'maternity-hubs'] });
	const charities = missing('charities', { covers: 'part', parts: ['charities'] });
	const all = [wards, sites, charities];

	it('says why a part is empty, and of one that is not, nothing', () => {
		expect(whyEmpty(all, 'wards-2022')).toBe('We hold no wards.');
		expect(whyEmpty(all, 'maternity-units')).toBeNull();
		expect(whyEmpty([], 'wards-2022')).toBeNull();
	});

	it('is said once, however many parts lack it', () => {
		expect(lackOf(all, ['maternity-units', 'maternity-hubs', 'charities', 'births'])).toEqual([
			'We hold no sites.',
			'We hold no charities.'
		]);
		expect(notHeldOf(all, ['charities', 'sites'])).toEqual(['We hold no sites.']);
	});

	it('stands once a dataset, with all parts that it concerns', () => {
		const again = missing('wards', { parts: ['others'], empties: ['others'] });
		expect(together([wards, sites, again])).toEqual([
			{ ...wards, parts: ['wards-2022', 'others'], empties: ['wards-2022', 'others'] },
			sites
		]);
	});
});
