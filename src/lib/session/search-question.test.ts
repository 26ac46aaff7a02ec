import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askPosition } from '../app/position.ts';
import { AREAS } from '../register/fixture.ts';
import type { FoundPlace } from '../search/suggestions.ts';
import { SearchQuestion, type SearchGround } from './search-question.svelte.ts';

vi.mock('../app/position.ts', () => ({ askPosition: vi.fn() }));

let said: string[];
let online: boolean;
const ask = (change: Partial<SearchGround> = {}) =>
	new SearchQuestion({
		regionName: 'Testshire',
		areas: AREAS,
		layers: [],
		assets: [],
		services: [],
		loadPiece: () => Promise.resolve(null),
		lookElsewhere: () => Promise.resolve(null),
		locate: () => 'E01000001',
		onPlace: () => undefined,
		onSearch: () => undefined,
		say: (text) => said.push(text),
		...change
	});

beforeEach(() => {
	said = [];
	online = true;
	vi.useFakeTimers();
	vi.stubGlobal('navigator', {
		get onLine() {
			return online;
		}
	});
});
afterEach(() => vi.useRealTimers());

describe('a question of the search', () => {
	it('is answered at once, and announced once typing pauses', async () => {
		const question = ask();
		question.query = 'harbour';
		await question.look();
		expect(question.suggestions.groups[0]?.items[0]?.name).toContain('Harbour Quarter');
		expect(said).toEqual([]);
		vi.runAllTimers();
		expect(said).toEqual([question.suggestions.spoken]);
	});

	it('says which other map has a postcode, and offers to open it there', async () => {
		const place: FoundPlace = {
			longitude: -1.8,
			latitude: 51.6,
			code: 'E01000009',
			label: 'SN1 1AA',
			by: 'postcode'
		};
		const question = ask({
			lookElsewhere: ({ text }) =>
				Promise.resolve(text === 'SN1 1AA' ? { slug: 'elsewhere', name: 'Elsewhere', place } : null)
		});
		question.query = 'sn11aa';
		await question.look();
		expect(question.message).toBe('SN1 1AA is in Elsewhere, on another map.');
		expect(question.suggestions.groups.flatMap(({ items }) => items)).toEqual([
			{
				choice: { kind: 'elsewhere', slug: 'elsewhere', place },
				name: 'Open Elsewhere',
				note: 'with SN1 1AA on its map'
			}
		]);
		question.query = 'sn1 1ab';
		await question.look();
		expect(question.message).toContain('SN1 1AB is not a postcode of Testshire');
		expect(question.suggestions.groups).toEqual([]);
	});

	it('answers for its own region where the others cannot be asked', async () => {
		const question = ask({ lookElsewhere: () => Promise.reject(new Error('offline')) });
		question.query = 'SN1 1AA';
		await question.look();
		expect(question.message).toContain('SN1 1AA is not a postcode of Testshire');
		expect(question.retry).toBeNull();
	});

	it('is not answered once another was asked', async () => {
		let arrive: (none: null) => void = () => undefined;
		const question = ask({ loadPiece: () => new Promise((resolve) => (arrive = resolve)) });
		question.query = 'NR3 1AA';
		const first = question.look();
		expect(question.message).toBe('Looking up NR3 1AA…');
		question.query = 'harbour';
		await question.look();
		const answer = question.suggestions;
		arrive(null);
		await first;
		expect(question.suggestions).toBe(answer);
	});

	it('is neither answered nor announced once the reader chose', async () => {
		const question = ask();
		question.query = 'harbour';
		await question.look();
		question.settle('Harbour Quarter');
		vi.runAllTimers();
		expect(said).toEqual([]);
		expect(question.query).toBe('Harbour Quarter');
		expect(question.suggestions.groups).toEqual([]);
	});

	it.each([
		[true, 'the server answered 500'],
		[false, 'this device is offline']
	])('that fails says why and may be asked again (on line: %s)', async (isOnline, why) => {
		online = isOnline;
		const question = ask({
			loadPiece: () => Promise.reject(new Error('the server answered 500'))
		});
		question.query = 'NR3 1AA';
		await question.look();
		expect(question.message).toContain('that begin with NR3 could not be loaded. A postcode needs');
		expect(question.message).toContain(`are on your device (${why}).`);
		expect(question.retry).toBe('text');
		question.query = '';
		await question.look();
		expect(question.retry).toBeNull();
		expect(question.message).toBeNull();
	});
});

describe('where the reader is', () => {
	const device = vi.mocked(askPosition);

	it('is shown, and said by the name of the neighbourhood', async () => {
		device.mockResolvedValue({ longitude: 1, latitude: 52, accuracy: 10 });
		const onPlace = vi.fn();
		const question = ask({ onPlace });
		await question.findMe();
		expect(onPlace).toHaveBeenCalledWith({
			longitude: 1,
			latitude: 52,
			code: 'E01000001',
			label: 'Where you are',
			by: 'position'
		});
		expect(said).toEqual([
			'Asking your device where it is…',
			'You are in Harbour Quarter (Northtown 001A).'
		]);
	});

	it('is not shown outside the region', async () => {
		device.mockResolvedValue({ longitude: 9, latitude: 52, accuracy: 10 });
		const onPlace = vi.fn();
		const question = ask({ onPlace, locate: () => null });
		await question.findMe();
		expect(onPlace).not.toHaveBeenCalled();
		expect(question.message).toContain('outside Testshire');
	});

	it('says what the device says, and may be asked again where only the boundaries failed', async () => {
		device.mockResolvedValue({ problem: 'Your device took too long.' });
		const question = ask({ locate: () => Promise.reject(new Error('no boundaries')) });
		await question.findMe();
		expect(question.message).toBe('Your device took too long.');
		expect(question.retry).toBeNull();
		device.mockResolvedValue({ longitude: 1, latitude: 52, accuracy: 10 });
		await question.findMe();
		expect(question.retry).toBe('position');
	});
});
