/** What is told as new: only what the register dates, each place once, and nothing from elsewhere. */
import { describe, expect, it } from 'vitest';
import { publishedRegions } from '../../scripts/lib/built-region.ts';
import { unpackClaims } from '../../src/lib/register/register.ts';
import { feedsOf, feedText, newsIn } from '../../src/lib/server/news.ts';
import { packs } from './built.ts';

const summaryOf = (slug: string) => packs()(slug).summary;

describe.each(publishedRegions())('news of %s', (slug) => {
	it('have a date that stands in the register, or that of the index', async () => {
		const claims = unpackClaims(packs()(slug).part('register'));
		const dated = new Set(
			claims.flatMap(({ firstSeen, lastSeen, collected }) => [
				firstSeen?.slice(0, 7) ?? null,
				lastSeen?.slice(0, 7) ?? null,
				// Of a directory that was not read any more.
				lastSeen,
				collected
			])
		);
		const news = await newsIn(summaryOf(slug));
		expect(news.length).toBeGreaterThan(0);
		expect(new Set(news.map(({ id }) => id)).size).toBe(news.length);
		for (const { date, kind, title, says, dataset } of news) {
			// An update has the day of its release.
			if (kind !== 'areas' && dataset !== null) expect(dated, title).toContain(date);
			expect(`${title} ${says}`).not.toMatch(/undefined|NaN|null/);
		}
	});

	it('have a feed for the region and one for each locality', async () => {
		const region = summaryOf(slug);
		const feeds = feedsOf(region);
		expect(feeds).toHaveLength(1 + packs()(slug).part('areas-2021').place.codes.length);
		for (const { feed, name } of feeds) {
			const text = await feedText(region, feed);
			expect(text).toContain(`<title>What’s new: ${name.replaceAll('&', '&amp;')} – `);
		}
		expect(await feedText(region, 'nowhere')).toBeNull();
	});
});

it('news of Bath, Swindon and Wiltshire hold nothing of Norfolk', async () => {
	const news = await newsIn(summaryOf('bath-swindon-and-wiltshire'));
	expect(JSON.stringify(news)).not.toMatch(/Norfolk|Norwich|Waveney|Yarmouth/);
});

it('tells no place as dropped or closed because its directory was not read any more, or has moved it', async () => {
	const news = await newsIn(summaryOf('bath-swindon-and-wiltshire'));
	const named = (what: string) => news.filter(({ title }) => title.includes(what));
	expect(named('Wiltshire Council: list last read').map(({ date }) => date)).toEqual([
		'2025-08-08'
	]);
	expect(JSON.stringify(named('community venues last listed in August 2025'))).not.toContain(
		'Brunel House'
	);
	const closed = named('listed as closed').map(({ dataset }) => dataset);
	expect(closed).not.toContain('community-venues');
});
