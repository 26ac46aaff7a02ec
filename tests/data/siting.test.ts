/** The worked example of every region, from its facts to its words. */
import loadHighs from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { publishedRegions } from '../../scripts/lib/built-region.ts';
import { openRegion } from '../../scripts/analyse/region-parts.ts';
import { areaColumns } from '../../src/lib/siting/area-columns.ts';
import { planOf } from '../../src/lib/siting/assignment.ts';
import { toCsv } from '../../src/lib/export/csv.ts';
import { CHARACTERISTICS } from '../../src/lib/report/characteristics.ts';
import { ehiaDraft } from '../../src/lib/report/ehia.ts';
import { planPaper } from '../../src/lib/report/plan-paper.ts';
import { movedWords } from '../../src/lib/siting/change-words.ts';
import { closuresOf } from '../../src/lib/siting/closures.ts';
import { EQUALITY_PARTS, equalityOf } from '../../src/lib/siting/equality.ts';
import {
	neighbourhoodsCsv,
	planGeoJson,
	planTables,
	tiesCsv
} from '../../src/lib/siting/export.ts';
import { hardlyServed, offerOf, questionFor } from '../../src/lib/siting/gains.ts';
import { frontier } from '../../src/lib/siting/frontier.ts';
import { planLines } from '../../src/lib/siting/lines.ts';
import { nearTies } from '../../src/lib/siting/near-ties.ts';
import { outcomes } from '../../src/lib/siting/outcome.ts';
import { nearest, score, type Plan } from '../../src/lib/siting/plan.ts';
import {
	makeQuestion,
	partsOf,
	sitingFacts,
	type Question
} from '../../src/lib/siting/question.ts';
import type { PartSource } from '../../src/lib/facts/reader.ts';
import { CAVEATS, readPlan, type SitingReading } from '../../src/lib/siting/reading.ts';
import { solve } from '../../src/lib/siting/solve.ts';
import { NEAR } from '../../src/lib/siting/swaps.ts';
import { defaultSitingState } from '../../src/lib/url/siting-state.ts';
import { formatCount } from '../../src/lib/text/format.ts';
import type { PartName } from '../../src/lib/facts/parts.ts';
import { amountWords } from '../../src/lib/siting/plan-words.ts';
import { NO_OWNER } from '../../src/lib/catalogue/owner.ts';

const REGIONS = publishedRegions();
const choice = defaultSitingState();
const exact = {
	method: 'exact',
	timeLimit: Infinity,
	seed: 1,
	loadHighs: () => loadHighs()
} as const;

describe.each(REGIONS)('%s', (slug) => {
	let find: PartSource;
	let question: Question;
	let plan: Plan;
	let reading: SitingReading;

	beforeAll(async () => {
		const region = await openRegion(slug);
		const parts = new Map<string, object>();
		const all = partsOf({ ...choice, candidates: [...choice.candidates, 'venues'] });
		for (const name of [...all, ...EQUALITY_PARTS]) parts.set(name, await region.part(name));
		find = (name) => parts.get(name);
		question = makeQuestion(sitingFacts(find), choice, find);
		plan = await solve(question.problem, exact);
		reading = readPlan({
			question,
			plan,
			best: plan,
			isOwn: false,
			frontier: frontier(question.problem, {
				seed: 1,
				most: question.standing.length + 8,
				restarts: 2
			}),
			ties: nearTies(question.problem, plan, { seed: 1, most: 8, restarts: 5 })
		});
	});

	it('is proved, and says so', () => {
		expect(plan.status).toBe('optimal');
		expect(reading.proof).toMatch(
			/^Best for these estimates: no other five of the [\d,]+ buildings/
		);
	});

	it('counts no hub of today that nothing confirms, and says what lists name', () => {
		const { unconfirmed } = question.today;
		expect(question.standing).toEqual([]);
		expect(unconfirmed.length).toBeGreaterThan(0);
		for (const { inside, confirmed } of unconfirmed)
			expect([inside, confirmed]).toEqual([true, null]);
		for (const { inside } of question.today.across) expect(inside).toBe(false);
		expect(reading.today).toMatch(
			/^Our list names \w+ hubs and clinics here that none of our sources confirms, and it is incomplete\. If (both|all \w+) are open, /
		);
		expect(reading.headline).toContain(reading.today);
		expect(reading.outcomes.every(({ today }) => today === null)).toBe(true);
	});

	it('counts what lists name, across the border too, where a link says so, and what is left without it', () => {
		const listed = makeQuestion(
			question.facts,
			{ ...choice, candidates: ['venues', 'libraries'], standing: ['maternity-hubs'] },
			find
		);
		expect(listed.standing.length).toBeGreaterThanOrEqual(question.today.unconfirmed.length);
		const open = [...listed.standing, listed.siteIndex.size - 1];
		const read = readPlan({
			question: listed,
			plan: planOf(listed.problem, open),
			best: null,
			isOwn: true,
			frontier: [],
			ties: null
		});
		// Today is what stands, whatever is planned.
		const [now, next] = (['today', 'proposed'] as const).map((when) =>
			outcomes(listed, open).map((row) => row[when])
		);
		expect(now).toEqual(outcomes(listed, listed.standing).map(({ proposed }) => proposed));
		expect(now).not.toEqual(next);
		const within = outcomes(listed, open.slice(-1)).find(({ id }) => id === 'focus')?.proposed
			.within;
		expect(read.total).toMatch(/^With one new hub and the (\w+|\d+) hubs? of today, /);
		expect(read.headline).toMatch(
			/without (them|it) (it is|no share changes by more than a point)/
		);
		if (read.headline.includes('it is')) {
			expect(read.headline).toContain(
				`it is ${amountWords(
					within ?? NaN,
					listed.peopleOfDemand.reduce((a, b) => a + b, 0)
				)} with the plan`
			);
		}
	});

	it('says in the headline what is left without new buildings that only old lists name', () => {
		const old = plan.open.filter(
			(at) => !question.standing.includes(at) && !question.sites[at]?.current
		);
		const of = (hubs: readonly number[]) => {
			const row = outcomes(question, hubs).find(({ id }) => id === 'focus');
			return { ...row, share: (row?.proposed.within ?? NaN) / (row?.people ?? NaN) };
		};
		const without = of(plan.open.filter((at) => !old.includes(at)));
		if (Math.abs(without.share - of(plan.open).share) > 0.01) {
			expect(reading.headline).toContain(
				`collected: without ${old.length === 1 ? 'it' : 'them'} it is ${formatCount(without.proposed?.within ?? NaN)} (`
			);
		} else {
			expect(reading.headline).not.toContain('more than a year before');
		}
	});

	it('has the hubs that were asked for, in the region, besides those that stand', () => {
		const made = reading.hubs.filter(({ standing }) => !standing);
		expect(made).toHaveLength(choice.hubs);
		expect(reading.hubs).toHaveLength(choice.hubs + question.standing.length);
		expect(reading.hubs.map(({ number }) => number)).toEqual(reading.hubs.map((_, at) => at + 1));
		for (const hub of made) {
			expect(hub.place).toBe(`near ${hub.area}, ${hub.district}`);
			// Nobody beyond reach is counted, though it is the nearest hub for many of them, too.
			expect(hub.why).toMatch(/^It would be the nearest hub within a 20-minute walk for /);
			const chosen = hub.buildings.filter(({ isChosen }) => isChosen);
			expect(chosen.map(({ id }) => id)).toEqual([hub.id]);
			for (const { why, isNear, words } of hub.buildings) {
				expect(why).not.toBe('');
				expect(words).not.toMatch(isNear ? /fewer babies/ : /as good/);
			}
		}
	});

	it('lists in each area what loses least, and calls it nearly as good by the same rule as every swap', () => {
		const near = new Set(
			(reading.ties?.hubs ?? []).flatMap(({ id, alternatives }) =>
				alternatives.map((other) => `${id} ${other.id}`)
			)
		);
		let count = 0;
		for (const { id, buildings } of reading.hubs) {
			for (const building of buildings) {
				if (building.isChosen) continue;
				expect(near.has(`${id} ${building.id}`)).toBe(building.isNear);
				count++;
			}
		}
		expect(count).toBeGreaterThan(0);
	});

	it('says how much its share hangs on equal output areas', () => {
		const [, share] = /That is ([\d.]+%) of the/.exec(reading.headline) ?? [];
		expect(share).toBeDefined();
		expect(reading.uneven).toContain(`(${share})`);
	});

	it('counts everyone once: those within reach and those left out', () => {
		const focus = reading.outcomes.find(({ id }) => id === 'focus');
		const all = reading.outcomes.find(({ id }) => id === 'all');
		expect((focus?.proposed.within ?? NaN) + reading.leftOut.people).toBeCloseTo(
			focus?.people ?? NaN,
			3
		);
		expect(focus?.proposed.within).toBeCloseTo(plan.servedWeight, 3);
		expect(reading.leftOut.never).toBeLessThanOrEqual(reading.leftOut.people + 1e-9);
		// Core20 is the most deprived fifth: one row, not two that say the same.
		const fifths = reading.outcomes.filter(({ id }) => id === 'core20' || id.startsWith('fifth-'));
		expect(fifths.reduce((sum, { people }) => sum + people, 0)).toBeCloseTo(all?.people ?? NaN, 3);
		for (const { today, proposed } of reading.outcomes) {
			expect(proposed.within).toBeGreaterThanOrEqual((today?.within ?? 0) - 1e-9);
		}
	});

	it('says nothing of today where the list of hubs is not held, and why', async () => {
		const sentence = 'We hold no lists of hubs for Anyshire.';
		const missing = [
			{
				dataset: 'maternity-sites',
				covers: 'none' as const,
				sentence,
				parts: ['maternity-hubs'],
				empties: ['maternity-hubs']
			}
		];
		const unlisted = (name: PartName) => (name === 'maternity-hubs' ? undefined : find(name));
		const without = makeQuestion(sitingFacts(find), choice, unlisted, missing);
		expect(without.standing).toEqual([]);
		const best = await solve(without.problem, exact);
		const read = readPlan({
			question: without,
			plan: best,
			best,
			isOwn: false,
			frontier: frontier(without.problem, { seed: 1, most: 2, restarts: 1 }),
			ties: null
		});
		expect(read.headline).not.toMatch(/hubs? of today|Today it is/);
		expect(read.headline).toContain(sentence);
		expect(read.outcomes.map(({ today }) => today)).toEqual(read.outcomes.map(() => null));
		expect(read.frontier.map(({ hubs }) => hubs)).not.toContain(0);
		expect(areaColumns(without, best.open).map(({ id }) => id)).not.toContain('today');
		// A list that the reader names in its place is of today, as far as they say.
		const named = { ...choice, standing: ['libraries' as const] };
		expect(makeQuestion(sitingFacts(find), named, unlisted, missing).todayUnknown).toBeNull();
	});

	it('says in the headline what each group gains, and offers a plan for one that gains nothing', async () => {
		const { headline, gains } = reading;
		expect(gains.map(({ id }) => id)).toEqual(['core20', 'rural', 'core20-residents']);
		for (const { id, sentence, today, proposed, people } of gains) {
			expect(headline).toContain(sentence);
			const row = reading.outcomes.find((one) => one.id === id);
			expect([row?.today?.within ?? null, row?.proposed.within, row?.people]).toEqual([
				today,
				proposed,
				people
			]);
		}
		const [core20, rural] = gains;
		const total = (core20?.proposed ?? NaN) + (rural?.proposed ?? NaN);
		// Core20 and rural overlap a little.
		expect(total).toBeGreaterThanOrEqual(plan.servedWeight - 1e-6);
		for (const focus of hardlyServed(question, plan.open)) {
			const other = questionFor(question, focus, find, []);
			const offer = offerOf(other, await solve(other.problem, exact));
			const own = gains.find(({ id }) => id === focus);
			expect(offer.people).toBeCloseTo(own?.people ?? NaN, 6);
			expect(offer.within).toBeGreaterThan(own?.proposed ?? NaN);
		}
	});

	it('lists every single building that could take the place of a hub at a loss of a hundredth', () => {
		const { problem, sites } = question;
		const { instance, reach } = problem;
		const isStanding = new Set(question.standing);
		const best = plan.objective ?? NaN;
		const near: string[] = [];
		for (const out of plan.open.filter((site) => !isStanding.has(site))) {
			instance.states.forEach((state, into) => {
				if (state !== 'candidate' || plan.open.includes(into)) return;
				const open = plan.open.map((site) => (site === out ? into : site));
				const { objective } = score(problem, { open, siteOf: nearest(instance, open, reach) });
				if (objective >= best * (1 - NEAR)) near.push(`${sites[out]?.id}, ${sites[into]?.id}`);
			});
		}
		const { ties } = reading;
		const listed = (ties?.hubs ?? []).flatMap((hub) =>
			hub.alternatives.map(({ id }) => `${hub.id}, ${id}`)
		);
		expect(listed.sort()).toEqual(near.sort());
		expect(ties?.count).toBe(near.length);
		expect(ties?.plan).toHaveLength(choice.hubs);
		for (const { alternatives } of ties?.hubs ?? []) {
			expect(alternatives.map(({ worse }) => worse)).toEqual(
				alternatives.map(({ worse }) => worse).sort((a, b) => a - b)
			);
			for (const { place, words } of alternatives) {
				expect(place).toMatch(/^near .+, .+/);
				expect(words).toMatch(/^([01]\.\d\d% worse|less than 0\.01% worse|just as good)/);
			}
		}
		const said = { sources: [], owner: NO_OWNER, link: 'x' };
		const rows = tiesCsv(reading, said).trimEnd().split('\n');
		expect(rows[0]).toMatch(/^Hub of the plan,/);
		expect(rows).toHaveLength(near.length + 1);
		const geo = JSON.parse(planGeoJson(reading, [], said)) as {
			about: { nearTies: { changes: object[] } };
		};
		expect(geo.about.nearTies.changes).toHaveLength(near.length);
	});

	it('goes into the draft of an EHIA with every group’s residents, and no conclusion', () => {
		const sets = equalityOf(question, plan.open, find);
		const of = (id: string) => sets.find((set) => set.id === id)?.rows ?? [];
		const sum = (id: string, what: 'people' | 'within') =>
			of(id).reduce((total, row) => total + row[what], 0);
		const residents = question.facts.areas.residents.reduce((total, count) => total + count, 0);
		expect(sum('fifth', 'people')).toBeCloseTo(residents, 3);
		expect(sum('rural', 'people')).toBeCloseTo(residents, 3);
		expect(sum('fifth', 'within')).toBeCloseTo(sum('rural', 'within'), 3);
		// The same figure by another road.
		const core20 = reading.outcomes.find(({ id }) => id === 'core20-residents');
		expect(of('fifth')[0]?.within).toBeCloseTo(core20?.proposed.within ?? NaN, 3);
		const { todayUnknown } = question;
		const said = { sources: [], owner: NO_OWNER };
		const closures = closuresOf(question, plan.open);
		const assessed = { regionName: 'Here', reading, choice, todayUnknown, sets, closures };
		const draft = ehiaDraft(assessed, said);
		const closed = draft.tables.find(
			({ title }) => title === 'If hubs of today closed with this plan'
		);
		expect(closed?.rows.length ?? 0).toBe(closures.length);
		const nine = draft.tables.find(({ title }) => title === 'The nine protected characteristics');
		expect(nine?.rows.map(([name]) => name)).toEqual(CHARACTERISTICS.map(({ title }) => title));
		expect(nine?.rows).toHaveLength(9);
		expect(nine?.rows.every((row) => row[4] === '' && row[5] === '')).toBe(true);
		expect(
			nine?.rows.filter(([, , unknown]) => /^Not known: ask/.test(String(unknown)))
		).toHaveLength(4);
		expect(draft.sentences[0]).toContain('draws no conclusion and gives no score');
	});

	it('says for whom a hub is nearer and for whom further, where one opens and another closes', () => {
		const known = { ...question, todayUnknown: null, standing: plan.open.slice(0, 2) };
		const rows = (open: readonly number[]) =>
			equalityOf(known, open, find).find(({ id }) => id === 'rural' || id === 'fifth')?.rows ?? [];
		const all = (open: readonly number[], what: 'nearer' | 'further') =>
			rows(open).reduce((total, row) => total + (row[what] ?? NaN), 0);
		expect([all(known.standing, 'nearer'), all(known.standing, 'further')]).toEqual([0, 0]);
		expect(all(plan.open.slice(0, 3), 'nearer')).toBeGreaterThan(0);
		expect(all(plan.open.slice(0, 3), 'further')).toBe(0);
		expect(all(plan.open.slice(1, 3), 'further')).toBeGreaterThan(0);
		for (const { people, nearer, further } of rows(plan.open.slice(1, 3))) {
			expect((nearer ?? NaN) + (further ?? NaN)).toBeLessThanOrEqual(people + 1e-6);
		}
	});

	it('says for how many it would be further if hubs of today closed with a plan', () => {
		const open = plan.open.slice(0, 3);
		const closures = closuresOf({ ...question, standing: open.slice(0, 2) }, open);
		expect(closures.map(({ hub }) => hub === null)).toEqual([false, false, true]);
		// The same by another road: the plan is today's, and one of its hubs is gone.
		const today = { ...question, todayUnknown: null, standing: open };
		const left = [open.slice(1), [open[0] ?? NaN, ...open.slice(2)], open.slice(2)];
		closures.forEach(({ further, deprived, lost }, at) => {
			const fifths = equalityOf(today, left[at] ?? [], find).find(({ id }) => id === 'fifth')?.rows;
			const all = fifths?.reduce((total, row) => total + (row.further ?? NaN), 0);
			expect(further).toBeCloseTo(all ?? NaN, 3);
			expect(deprived).toBeCloseTo(fifths?.[0]?.further ?? NaN, 3);
			const reached = fifths?.reduce(
				(total, row) => total + (row.withinToday ?? NaN) - row.within,
				0
			);
			expect(lost).toBeCloseTo(reached ?? NaN, 3);
		});
		const [one, other, both] = closures;
		expect(both?.further).toBeGreaterThanOrEqual(Math.max(one?.further ?? 0, other?.further ?? 0));
	});

	it('gains less with each further hub, and the plan is on the frontier', () => {
		const values = reading.frontier.map(({ value }) => value);
		expect([...values].sort((a, b) => a - b)).toEqual(values);
		const own = reading.frontier.find(({ hubs }) => hubs === choice.hubs);
		expect(own?.value).toBeLessThanOrEqual(plan.servedWeight + 1e-6);
		expect(own?.value).toBeGreaterThan(0.97 * plan.servedWeight);
	});

	it('is read as less than the best where the reader takes a hub away', () => {
		const [gone] = reading.hubs;
		const open = plan.open.filter((site) => question.sites[site]?.id !== gone?.id);
		const own = planOf(question.problem, open);
		const other = readPlan({
			question,
			plan: own,
			best: plan,
			isOwn: true,
			frontier: [],
			ties: null
		});
		expect(other.status).toBe('own');
		expect(other.proof).toMatch(
			/^This is your own plan\. It reaches \d+ fewer babies under one than the best plan, which has one hub more\.$/
		);
		expect(other.hubs).toHaveLength(reading.hubs.length - 1);
	});

	it('says which building a reader has put in place of which', () => {
		const [hub] = reading.hubs;
		const other = hub?.buildings.find((one) => !one.isChosen);
		const [from, to] = [hub, other].map((one) => question.siteIndex.get(one?.id ?? '') ?? -1);
		const open = plan.open.map((site) => (site === from ? (to ?? -1) : site));
		const own = readPlan({
			question,
			plan: planOf(question.problem, open),
			best: plan,
			isOwn: true,
			frontier: [],
			ties: null
		});
		expect(own.proof).toMatch(/^This is your own plan\. It reaches /);
		expect(own.proof).toContain(`It has ${other?.name} (near `);
		expect(own.proof).toContain(
			`) in place of ${hub?.name} (near ${hub?.area}, ${hub?.district}).`
		);
		expect(own.hubs.filter(({ isOwn }) => isOwn).map(({ id }) => id)).toEqual([other?.id]);
		expect(reading.hubs.some(({ isOwn }) => isOwn)).toBe(false);
		expect(movedWords(question, hub?.id ?? '', other?.id ?? '')).toContain(
			`The hub around ${hub?.area} is moved from ${hub?.name} to ${other?.name}`
		);
	});

	it('names every list that it looks in as a source, whatever the plan takes', () => {
		const lists = ['libraries', 'gp-practice-sites', 'family-hubs', 'community-venues', 'schools'];
		const more = ['maternity-sites', 'residents-2021-age'];
		expect(reading.datasets).toEqual(expect.arrayContaining([...lists, ...more]));
	});

	it('goes away with what was asked, sources and caveats inside', () => {
		const source = {
			id: 'residents-2020-lsoa11',
			title: 'Residents',
			publisher: 'ONS',
			period: 'mid-2020'
		};
		const said = { sources: [source], owner: NO_OWNER, link: 'x' };
		const document = planTables(reading, { ...said, link: 'https://example.org/?hubs=5' });
		expect(document.notes).toEqual(CAVEATS);
		expect(document.asked).toContainEqual({ label: 'Within reach', value: '20 minutes on foot' });
		const [header, ...rows] = toCsv(document).trimEnd().split('\n');
		expect(header).toMatch(
			/^Number,Area to look in,.*,Sources,The plan in words,Link,looked_after_by$/
		);
		expect(rows).toHaveLength(reading.hubs.length);
		for (const row of rows) {
			expect(row).toContain('Residents (mid-2020)');
			expect(row).toContain(NO_OWNER);
		}
		const paper = planPaper('Here', reading, said);
		expect(paper.sentences[0]).toBe(reading.headline);
		expect(paper.tables[0]?.rows).toHaveLength(reading.hubs.length);
		const lines = planLines(question, plan, reading.hubs);
		const sum = lines.reduce((all, { people }) => all + people, 0);
		expect(sum).toBeCloseTo(plan.servedWeight, 3);
		const geo = JSON.parse(planGeoJson(reading, lines, said)) as {
			about: { caveats: string[]; proof: string; owner: string };
			features: { geometry: { type: string } }[];
		};
		expect(geo.about.caveats).toHaveLength(CAVEATS.length);
		expect(geo.about.owner).toBe(NO_OWNER);
		const table = neighbourhoodsCsv(reading, ['E01'], [], NO_OWNER);
		expect(table.split('\n')[0]).toBe('Code,The plan in words,looked_after_by');
		expect(table).toContain(NO_OWNER);
		expect(geo.features).toHaveLength(reading.hubs.length + lines.length);
	});

	it('answers every aim, and heeds what must and must not be', async () => {
		// Of few buildings, as each aim is proved anew.
		const few = { ...choice, candidates: ['libraries', 'family-hubs'] as const };
		const libraries = question.sites.filter(({ list }) => list === 'libraries');
		const [first, last] = [libraries[0], libraries.at(-1)];
		for (const aim of ['fair', 'travel', 'worst', 'fewest'] as const) {
			const other = makeQuestion(
				question.facts,
				{
					...few,
					aim,
					hubs: 2,
					excluded: [first?.id ?? ''],
					fixed: [last?.id ?? '']
				},
				find
			);
			const found = await solve({ ...other.problem }, { ...exact, timeLimit: Infinity });
			const open = found.open.map((site) => other.sites[site]?.id);
			expect(open).not.toContain(first?.id);
			expect(open).toContain(last?.id);
			const words = readPlan({
				question: other,
				plan: found,
				best: found,
				isOwn: false,
				frontier: [],
				ties: null
			});
			expect(words.headline.length).toBeGreaterThan(40);
			if (aim !== 'fewest') {
				expect(words.hubs.filter(({ standing }) => !standing)).toHaveLength(2);
			}
		}
	});

	it('proves the plan for the least covered district, with eight hubs', async () => {
		const other = makeQuestion(
			question.facts,
			{ ...choice, candidates: ['venues', 'libraries'], aim: 'fair', hubs: 8, standing: [] },
			find
		);
		const found = await solve(other.problem, { ...exact, timeLimit: Infinity });
		expect(found.status).toBe('optimal');
	});
});
