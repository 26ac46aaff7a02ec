import { describe, expect, it } from 'vitest';
import type { Asset } from './asset.ts';
import { assetOf } from './row.ts';
import { sensitiveBecause, withoutSensitivePoint } from './sensitive.ts';

describe('sensitive places', () => {
	it.each([
		'Norwich Women’s Refuge',
		"Leeway Women's Aid",
		'Safe house, east',
		'Domestic Abuse Outreach',
		'The Harbour Centre SARC',
		'Rape Crisis Wiltshire',
		'Childminder group'
	])('%s is not shown', (name) => {
		expect(sensitiveBecause({ name })).not.toBeNull();
	});

	it.each([
		'Norwich International Refugee Café',
		'Hillside Animal Refuge',
		'Refuge Road Community Hall',
		'Safe Haven Crisis Café',
		'Great Yarmouth Library',
		'Grape Vine Café'
	])('%s is', (name) => {
		expect(sensitiveBecause({ name })).toBeNull();
	});

	it.each([
		'Womenʼs Aid',
		'Women´s Aid',
		'Women s Aid',
		'Women&#39;s Aid',
		'Women&#x2019;s Aid',
		'WOMEN&rsquo;S AID',
		'Re\u00adfuge House',
		'Re&shy;fuge House',
		'R\u200be\u034ffuge House',
		'\u202eRefuge\u202c House',
		'Refuge\u0301 House',
		'Ｒｅｆｕｇｅ House',
		'safe\u2011house',
		'safe – house',
		'safe_house',
		'safe&nbsp;house',
		'domestic\nabuse',
		'Domestic-abuse support',
		'honour‑based violence',
		'A child‐minder'
	])('%j is not to be found, however it is written', (name) => {
		expect(sensitiveBecause({ name })).not.toBeNull();
	});

	it('does not make words of two texts', () => {
		expect(sensitiveBecause({ name: 'We are domestic', serves: 'abuse of drugs' })).toBeNull();
		expect(sensitiveBecause({ name: 'A&#99999999;B &#xffffff; &' })).toBeNull();
	});

	it('reads what is said elsewhere too', () => {
		expect(
			sensitiveBecause({ name: 'The Willows', serves: 'women fleeing domestic abuse' })
		).toMatch(/violence/);
		expect(sensitiveBecause({ name: 'Knit and natter', address: 'Private house, Diss' })).toMatch(
			/home/
		);
	});

	it('loses the point and all that leads there, keeps how to reach it, and once is enough', () => {
		const asset: Asset = {
			...assetOf(
				{
					id: 'x',
					name: 'A Refuge',
					kind: 'other-service',
					source: 'yours',
					collected: '2026-11-22',
					status: 'unverified',
					address: '1 Hidden Lane',
					postcode: 'NR1 1AA',
					longitude: 1.3,
					latitude: 52.6,
					lsoa21: 'E01026594',
					phone: '01603 000000'
				},
				null
			)
		};
		const shown = withoutSensitivePoint(asset);
		expect(JSON.stringify(shown)).not.toMatch(/Hidden|NR1|52\.6|1\.3|E010/);
		expect(shown.phone).toBe('01603 000000');
		expect(withoutSensitivePoint(shown)).toEqual(shown);
	});

	it('leaves others as they are', () => {
		const row = {
			id: 'x',
			name: 'Hall',
			kind: 'community-venue',
			source: 's',
			status: 'unverified'
		};
		const asset = assetOf({ ...row, collected: '2026' }, 'OGL-3.0');
		expect(withoutSensitivePoint(asset)).toBe(asset);
	});
});
