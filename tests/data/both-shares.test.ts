/**
 * No headline rests on places that nobody vouches for alone: of every share that the pages of a region
 * tell, either leaving those out moves it by a point at most, or both figures stand in the sentence.
 * What is left without them is worked out by another road here: from parts that don't hold them.
 */
import { describe, expect, it } from 'vitest';
import { analyseGaps } from '../../src/lib/gaps/analysis.ts';
import type { AreaResult, GapsAnalysis } from '../../src/lib/gaps/answer.ts';
import { documentsStory } from '../../src/lib/gaps/documents-story.ts';
import { evidenceOf } from '../../src/lib/gaps/evidence.ts';
import { DEFAULT_REQUEST, type GapsRequest } from '../../src/lib/gaps/request.ts';
import { areaSentence, findings } from '../../src/lib/gaps/sentences.ts';
import { Workbench } from '../../src/lib/gaps/workbench.ts';
import type { PartName } from '../../src/lib/facts/parts.ts';
import { isListedLately } from '../../src/lib/register/freshness.ts';
import type { AssetsPart } from '../../src/lib/register/parts.ts';
import { formatCount, formatNumber, formatWholePercent } from '../../src/lib/text/format.ts';
import { publishedRegions } from '../../scripts/lib/built-region.ts';
import { packs } from './built.ts';

const region = packs();

/** A part without the places of which no record is verified or was listed in its list's last year. */
function vouchedOnly(part: AssetsPart): AssetsPart {
	const placeOf = (at: number) => part.merged?.[at] ?? part.ids[at] ?? '';
	const vouched = new Set(
		part.ids.flatMap((_, at) =>
			part.statuses[part.status[at] ?? -1] === 'verified' || isListedLately(part, at)
				? [placeOf(at)]
				: []
		)
	);
	// What is closed counts nowhere, and every column keeps its length.
	const statuses = [...part.statuses, 'closed' as const];
	return {
		...part,
		statuses,
		status: part.status.map((status, at) =>
			vouched.has(placeOf(at)) ? status : statuses.length - 1
		)
	};
}

function benchOf(slug: string, of: (part: AssetsPart) => AssetsPart = (part) => part): Workbench {
	const pack = region(slug);
	const made = new Map<PartName, object>();
	return new Workbench(pack.name, (name) => {
		if (!pack.has(name)) return undefined;
		const part = made.get(name) ?? pack.part(name);
		const shown = made.has(name) || !('lastSeen' in part) ? part : of(part as AssetsPart);
		made.set(name, shown);
		return shown as never;
	});
}

/** Fails where a share moves by more than a point and its other figure is not in the text. */
function expectBoth(text: string, all: number, vouched: number, words: string): void {
	if (Math.abs(all - vouched) > 0.01 + 1e-9) expect(text).toContain(words);
}

const QUESTIONS: Partial<GapsRequest>[] = [
	{},
	{ measure: 'nearest' },
	{ measure: 'e2sfca' },
	{ measure: 'rate', level: 'district', bar: 'region' },
	{ level: 'lsoa' },
	{ bar: 'share-20', k: 1 },
	{ provision: ['food-bank'], k: 1 },
	{ provision: ['community-venue', 'library', 'food-bank'], k: 1 }
];

describe.each(publishedRegions())('the gaps of %s', (slug) => {
	const bench = benchOf(slug);
	const vouched = benchOf(slug, vouchedOnly);

	it.each(QUESTIONS)('tell both figures of what nobody vouches for, asked %o', (more) => {
		const request = { ...DEFAULT_REQUEST, ...more };
		const answer = analyseGaps(request, bench);
		const other = analyseGaps(request, vouched);
		const above = answer.areas.filter((area) => area.above).length;
		const share = (units: readonly number[]) => units.length / above;
		const said = findings(answer).join(' ');
		for (const list of ['gaps', 'strengths'] as const) {
			const count = formatNumber(other[list].length);
			if (answer[list].length === 0 && list === 'strengths') continue;
			expectBoth(said, share(answer[list]), share(other[list]), `alone it would be ${count}`);
		}
		answer.kinds.forEach((kind, at) => {
			if (kind.gaps.length === 0) return;
			const those = other.kinds[at]?.gaps ?? [];
			expectBoth(said, share(kind.gaps), share(those), `(${formatCount(those.length)} by checked`);
		});
		for (const area of answer.areas) expectBothOf(area, other, answer);
		const curve = [answer, other].map(({ inequality }) => inequality?.neediestFifth ?? 0);
		const [all = 0, only = 0] = curve;
		expectBoth(
			answer.inequality?.sentence ?? '',
			all,
			only,
			`${formatWholePercent(only)} by checked`
		);
	});

	/** Of an area: how many have none, in its sentence and in its evidence. */
	function expectBothOf(area: AreaResult, other: GapsAnalysis, answer: GapsAnalysis): void {
		const own = other.areas[area.unit];
		if (area.none === null || own?.none == null || area.none > 1 - 1e-9) return;
		const words = formatWholePercent(own.none);
		// To how many the site is the nearest: the same where the parts hold no others.
		const [site, same] = [area.nearestSite, own.nearestSite];
		if (site?.vouched != null && site.id === same?.id) {
			expect(site.vouched).toBeCloseTo(same.share, 9);
		}
		const isTold = answer.request.measure === 'count' && answer.kinds.length === 0;
		if (isTold) expectBoth(areaSentence(area, answer), area.none, own.none, words);
		if (Math.abs(area.none - own.none) <= 0.01 || answer.kinds.length > 0) return;
		const row = evidenceOf(area, answer, bench).find(({ id }) => id === 'reach');
		expect(row?.note).toContain(`${words} by checked or recent listings alone`);
	}

	it('tell both figures where they look into the district of the documents', () => {
		const workers = region(slug).part('link-workers');
		const [story, other] = [bench, vouched].map((one) => documentsStory(one, workers));
		const said = [...(story?.bearsOut ?? []), ...(story?.speaksAgainst ?? [])].join(' ');
		const counts = [story, other].map((one) => {
			const core20 = one?.communities.filter(({ core20Residents }) => core20Residents > 0) ?? [];
			return { of: core20.length, gaps: core20.filter(({ verdict }) => verdict === 'gap').length };
		});
		const [all, only] = counts;
		if (!all || !only) throw new Error('there is no story');
		const words = `alone it would be ${formatNumber(only.gaps)}`;
		expectBoth(said, all.gaps / all.of, only.gaps / only.of, words);
	});
});
