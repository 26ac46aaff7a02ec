import { describe, expect, it } from 'vitest';
import { aClaim as claim } from '../register/fixture.ts';
import { directoryKey, newsOf, newsSince } from './entries.ts';
import { atomFeed } from './feed.ts';

const titles = new Map([['venues', 'Venues']]);
const venue = (id: string, firstSeen: string, lastSeen: string) =>
	claim({
		id,
		place: id,
		name: `Hall ${id}`,
		kind: 'community-venue',
		source: 'venues',
		collected: '2026-08-17',
		firstSeen,
		lastSeen
	});

describe('what has changed', () => {
	const claims = [
		venue('a', '2022-12-01', '2026-08-17'),
		venue('b', '2026-07-06', '2026-08-17'),
		venue('c', '2022-12-01', '2026-05-04')
	];
	const entries = newsOf({ claims, titles, changed: [] });

	it('is when places were first and last listed, and when the list was read, the newest first', () => {
		expect(entries.map(({ date, title }) => [date, title])).toEqual([
			['2026-08-17', 'Venues: as it stood in August 2026'],
			['2026-07', 'One community venue first listed in July 2026'],
			['2026-05', 'One community venue last listed in May 2026']
		]);
		expect(entries[1]?.says).toBe('Hall b. It may have been there before it was listed.');
		expect(entries[2]?.says).toContain('It may still be there.');
	});

	it('leaves out what was there when the list was first read', () => {
		expect(JSON.stringify(entries)).not.toContain('December 2022');
	});

	it('is nothing of a place that its list gave a new number', () => {
		const again = [
			...claims,
			{ ...venue('d1', '2024-03-06', '2026-02-27'), place: 'd' },
			{ ...venue('d2', '2026-03-06', '2026-08-17'), place: 'd' }
		];
		const told = newsOf({ claims: again, titles, changed: [] }).map(({ title }) => title);
		expect(told).toContain('One community venue first listed in March 2024');
		expect(told.join()).not.toMatch(/(?:February|March) 2026/);
	});

	it('is told of each directory by itself: one that was not read any more has dropped nothing', () => {
		const of = (sourceDetail: string, id: string, first: string, last: string, place = id) => ({
			...venue(id, first, last),
			sourceDetail,
			place
		});
		const listing = [
			of('ended', 'a', '2022-12-01', '2025-08-08'),
			of('ended', 'b', '2023-03-01', '2025-08-08'),
			of('ended', 'c', '2022-12-01', '2025-06-02'),
			// Dropped by one list; whether the other still has it, nobody knows.
			of('ended', 'd1', '2022-12-01', '2025-08-08', 'd'),
			of('going-on', 'd2', '2024-01-09', '2026-02-27', 'd'),
			// There when this directory was first read, later than the other.
			of('going-on', 'e', '2024-01-09', '2026-08-17'),
			of('going-on', 'f', '2024-01-09', '2026-02-27')
		];
		const directories = new Map([
			[
				directoryKey('venues', 'ended'),
				{ title: 'Ended', first: '2022-12-01', last: '2025-08-08' }
			],
			[
				directoryKey('venues', 'going-on'),
				{ title: 'Going on', first: '2024-01-09', last: '2026-08-17' }
			]
		]);
		const told = newsOf({ claims: listing, titles, directories, changed: [] });
		expect(told.map(({ date, title, says }) => [date, title, says.split('.')[0]])).toEqual([
			[
				'2026-08-17',
				'Venues: directories read in August 2026',
				'One directory with places here was read that day'
			],
			['2026-02', 'One community venue last listed in February 2026', 'Hall f'],
			[
				'2025-08-08',
				'Ended: list last read in August 2025',
				'This list was last read on 8 August 2025, with three entries here'
			],
			['2025-06', 'One community venue last listed in June 2025', 'Hall c'],
			['2023-03', 'One community venue first listed in March 2023', 'Hall b']
		]);
		expect(told[2]?.says).toContain('this says nothing about the places');
	});

	it('never calls closed what its directory has listed elsewhere since', () => {
		const moved = {
			...venue('g', '2022-12-01', '2024-09-30'),
			moves: true as const,
			status: 'closed' as const
		};
		const told = newsOf({ claims: [...claims, moved], titles, changed: [] });
		expect(told.find(({ says }) => says.includes('Hall g'))).toMatchObject({
			title: 'One community venue last listed at an earlier address in September 2024',
			says: 'Hall g. The directory that listed it there has listed it at another address since.'
		});
		expect(
			told
				.filter(({ kind }) => kind === 'places')
				.map(({ title }) => title)
				.join()
		).not.toMatch(/closed/);
	});

	it('is nothing of a listing of which only the postcode was put right', () => {
		const meets = (id: string, address: string, first: string, last: string) => ({
			...venue(id, first, last),
			name: 'Mindful Cafe',
			sourceDetail: 'list',
			address
		});
		const ended = { moves: true as const, status: 'closed' as const };
		const told = newsOf({
			claims: [
				...claims,
				{ ...meets('m1', 'Village Hall, Norfolk NR16 2EL', '2023-12-12', '2025-10-07'), ...ended },
				{ ...meets('m2', 'Thrive, Norfolk IP22 2HX 2EL', '2025-10-10', '2026-01-23'), ...ended },
				meets('m3', 'Thrive, Norfolk IP22 2EL', '2026-01-27', '2026-08-17')
			],
			titles,
			changed: []
		}).flatMap(({ date, says }) => (says.includes('Mindful') ? [date] : []));
		expect(told).toEqual(['2025-10', '2025-10', '2023-12']);
	});

	it('says of a list of our own from when its sources are', () => {
		const [entry] = newsOf({
			claims: [{ ...venue('h', '2022-12-01', '2026-08-17'), firstSeen: null, lastSeen: null }],
			titles,
			compiled: new Map([['venues', '2018 to 2026']]),
			changed: []
		});
		expect(entry?.title).toBe('Venues: compiled in August 2026');
		expect(entry?.says).toContain(
			'We compiled this list from sources of 2018 to 2026. It names one'
		);
	});

	it('keeps names apart that have commas of their own', () => {
		const three = ['Everards, Centre 81', 'Number 28', 'The Hub'].map((name, i) => ({
			...venue(`n${i}`, '2024-01-09', '2026-08-17'),
			name
		}));
		const told = newsOf({ claims: [...claims, ...three], titles, changed: [] });
		expect(told.map(({ says }) => says).join()).toContain(
			'Everards, Centre 81; Number 28; and The Hub.'
		);
	});

	it('is told since a day, a month counting by its last day', () => {
		expect(newsSince(entries, '2026-07-15').map(({ date }) => date)).toEqual([
			'2026-08-17',
			'2026-07'
		]);
		expect(newsSince(entries, '2026-08-17')).toEqual([]);
	});

	it('counts a place of several listings once, and names a closed one without a day', () => {
		const closed = [1, 2].map((n) =>
			claim({
				id: `d${n}`,
				place: 'd',
				name: 'Library',
				kind: 'library',
				source: 'libraries',
				collected: '2023',
				status: 'closed',
				firstSeen: null,
				lastSeen: null
			})
		);
		const [first] = newsOf({ claims: closed, titles, changed: [] }).filter(
			({ kind }) => kind === 'places'
		);
		expect(first?.title).toBe('One library listed as closed by 2023');
		expect(first?.says).toBe('Library. The list does not say when it closed.');
	});

	it('tells what people checked, by role, and what they put right', () => {
		const listed = venue('e', '2022-12-01', '2026-08-17');
		const check = claim({
			...listed,
			id: 'check-e',
			place: 'e',
			source: 'our-checks',
			collected: '2026-11-20',
			firstSeen: null,
			lastSeen: null,
			verified: '2026-11-12',
			verifiedBy: 'volunteer'
		});
		const told = (more: object) =>
			newsOf({
				claims: [
					{ ...listed, phone: '01603 000 000', openingTimes: 'Mo 09:00-12:00' },
					{ ...check, ...more }
				],
				titles,
				changed: []
			})
				.filter(({ dataset, kind }) => dataset === 'our-checks' && kind === 'places')
				.map(({ title, says }) => [title, says]);
		const checked = [
			'One community venue checked in November 2026',
			'Hall e. Checked by: volunteer or resident.'
		];
		expect(told({ phone: '01603 000000', openingTimes: null })).toEqual([checked]);
		expect(told({ phone: '01603 111111', openingTimes: 'Tu 09:00-12:00' })).toEqual([
			checked,
			[
				'One community venue corrected in November 2026',
				'Hall e. Whoever checked it put right the opening times and telephone number.'
			]
		]);
		expect(told({ verifiedBy: 'register' })).toEqual([]);
	});
});

describe('the feed', () => {
	const about = {
		key: 'here',
		title: 'News & more',
		page: './',
		author: 'Nobody <yet>',
		uuid: (text: string) => text.replaceAll(' ', '-')
	};

	it('has an id, a title, a time and an author, and each entry its own', () => {
		const entries = newsOf({
			claims: [venue('b', '2026-07-06', '2026-08-17')],
			titles,
			changed: []
		});
		const feed = atomFeed(entries, about);
		expect(feed).toContain('<id>urn:uuid:here</id>');
		expect(feed).toContain('<title>News &amp; more</title>');
		expect(feed).toContain('<author><name>Nobody &lt;yet&gt;</name></author>');
		expect(feed).toContain('<updated>2026-08-17T00:00:00Z</updated>');
		expect(feed.match(/<entry>/g)).toHaveLength(entries.length);
	});

	it('is a feed without entries, too', () => {
		expect(atomFeed([], about)).toContain('<updated>1970-01-01T00:00:00Z</updated>');
	});
});
