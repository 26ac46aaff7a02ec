import { describe, expect, it } from 'vitest';
import { assetOf } from './row.ts';

const ROW = {
	id: 'food-1',
	name: 'Diss',
	kind: 'food-bank',
	source: 'food-banks',
	collected: '2024-05',
	status: 'unverified'
};

describe('a row of the register', () => {
	it('that an official register lists as open was verified by it when collected', () => {
		const asset = assetOf({ ...ROW, status: 'verified' }, 'OGL-3.0');
		expect(asset).toMatchObject({
			verified: '2024-05',
			verifiedBy: 'register',
			licence: 'OGL-3.0'
		});
		expect(assetOf(ROW, null)).toMatchObject({ verified: null, verifiedBy: null, licence: null });
	});

	it('keeps what the schema calls otherwise', () => {
		const asset = assetOf({ ...ROW, opening_hours: 'Mo 09:00-12:00', source_detail: 'x' }, null);
		expect(asset).toMatchObject({ openingTimes: 'Mo 09:00-12:00', sourceDetail: 'x' });
		expect(assetOf({ ...ROW, opening_times: 'Tu' }, null).openingTimes).toBe('Tu');
	});

	it('takes a note that is a web address for one', () => {
		expect(assetOf({ ...ROW, note: 'https://diss.foodbank.org.uk' }, null)).toMatchObject({
			url: 'https://diss.foodbank.org.uk',
			note: null
		});
		expect(assetOf({ ...ROW, note: 'see https://x.uk' }, null).note).toBe('see https://x.uk');
	});

	it('names the row and the field that is wrong', () => {
		expect(() => assetOf({ ...ROW, kind: 'castle' }, null)).toThrow(/food-1, kind/);
	});
});
