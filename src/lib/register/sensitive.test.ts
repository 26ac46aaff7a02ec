import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookAlikesOf } from '../text/look-alikes.ts';
import { heldFor, sensitiveBecause } from './sensitive.ts';

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

	const HELD = [
		'CONFIDENTIAL',
		'Strictly confidential address',
		'Do not publish',
		'not for publication',
		'Address withheld',
		'Safe accommodation',
		'refuge',
		'domestic abuse',
		'domestic and sexual abuse',
		'Women’s shelter',
		'social_facility=shelter; social_facility:for=abused',
		'asylum accommodation',
		'Hotel used for asylum seekers',
		'Secure children’s home',
		'Supported housing',
		'meets at a member’s home',
		'staff member’s house',
		'at the home of one of our members',
		'SafeAccommodation',
		'domestic_violence',
		'norwichwomensaid.org.uk',
		'UASC accommodation',
		'Please keep the address off our website',
		'address is private',
		'held in a member’s front room'
	];
	const FREE = [
		'Refugee drop-in',
		'private hire',
		'Wildlife refuge',
		'1 Privet Lane',
		'Free, confidential and impartial advice',
		'Children’s homework club',
		'Children’s home learning',
		'Home-Start',
		'Members only',
		'Staff room',
		'Host House',
		'Sheltered housing',
		'Bus shelter',
		'Public house',
		'Safe Haven Crisis Café',
		'Helps older people stay in their own homes',
		'Asylum seekers’ drop-in',
		'Women and girls’ group',
		'Care home',
		'Keep dogs off the grass',
		'Address: private hire, 1 High Street',
		'Front room for hire'
	];

	it.each(HELD)('%s is held back', (text) => {
		expect(heldFor(text)).not.toBeNull();
	});

	it.each(FREE)('%s is not', (text) => {
		expect(heldFor(text)).toBeNull();
	});

	it('reads letters of other alphabets as what they look like', () => {
		const disguised = fc
			.constantFrom(...HELD, ...FREE)
			.chain((text) =>
				fc.tuple(
					fc.constant(text),
					fc.tuple(
						...[...text].map((letter) =>
							fc.constantFrom(letter, ...lookAlikesOf(letter.toLowerCase()))
						)
					)
				)
			);
		fc.assert(
			fc.property(disguised, ([text, letters]) => {
				expect(heldFor(letters.join(''))?.reason).toBe(heldFor(text.toLowerCase())?.reason);
			})
		);
	});

	it.each([
		'dornestic abuse',
		'domestic vioIence',
		'c0nfidential',
		'CONẝIԁENTIAL',
		'ᴡᴏᴍᴇɴ’ꜱ ʀᴇꜰᴜɢᴇ'
	])('%s is read as it looks', (text) => {
		expect(heldFor(text)).not.toBeNull();
	});
});
