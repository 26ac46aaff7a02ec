/**
 * `siting`: where hubs should go, of tables of costs and demand or of a region, as one JSON
 * object. Progress goes to the standard error.
 *
 * `costs.csv` has `demand_id,site_id,cost`: a pair that is not there cannot be served.
 * `demand.csv` has `demand_id,weight`; `sites.csv` has `site_id,state[,capacity]`, a state being
 * candidate, fixed or excluded. `p` counts the fixed sites. For p-median and p-center a reach is
 * a cap on the worst travel.
 *
 * `near_ties` has every plan with one other site that is worse by at most a hundredth (`worse` is a
 * share), the least loss first. Where room is limited each takes a question of its own; of
 * `near_ties_undecided` the time was not enough to know. `why_nobody` says why nobody is served where
 * every capacity is smaller than every demand.
 */
import type { PartName } from '../../../src/lib/facts/parts.ts';
import { Option } from 'commander';
import loadHighs from 'highs';
import { DEFAULT_MODE, MODE_IDS, type ModeId } from '../../../src/lib/access/travel.ts';
import type { Records } from '../../../src/lib/access/records.ts';
import { groupFigures } from '../../../src/lib/siting/groups-figures.ts';
import {
	makeInstance,
	SITE_STATES,
	type Instance,
	type SiteState
} from '../../../src/lib/siting/instance.ts';
import { MODEL_IDS, MODELS, type ModelId, type Problem } from '../../../src/lib/siting/models.ts';
import { BUILDING_IDS, BUILDINGS, type BuildingId } from '../../../src/lib/siting/buildings.ts';
import { listsFor } from '../../../src/lib/siting/hub-kinds.ts';
import { FOCUS_IDS, WHO_IDS, type FocusId, type WhoId } from '../../../src/lib/siting/people.ts';
import {
	makeQuestion,
	partsOf,
	sitingFacts,
	type AimId,
	type Choice,
	type Question
} from '../../../src/lib/siting/question.ts';
import { proofWords, type Plan } from '../../../src/lib/siting/plan.ts';
import { readPlan } from '../../../src/lib/siting/reading.ts';
import { roomForNobody } from '../../../src/lib/siting/room-for-nobody.ts';
import { solve } from '../../../src/lib/siting/solve.ts';
import { nearSwaps, type NearSwaps } from '../../../src/lib/siting/swaps.ts';
import type { Command } from '../command.ts';
import { readCsv } from '../read-csv.ts';
import type { OpenRegion } from '../region-parts.ts';

const METHODS = ['heuristic', 'exact'] as const;

interface Tables {
	costs: string;
	demand: string;
	sites: string | undefined;
}

/** A region in place of tables, with whom and which buildings the question is about. */
interface OfRegion {
	region: string;
	who: WhoId;
	focus: FocusId;
	mode: ModeId;
	/** Null is those that suit. */
	candidates: BuildingId[] | null;
	standing: BuildingId[];
}

interface Options {
	data: Tables | OfRegion;
	model: ModelId;
	p: number | null;
	reach: number | null;
	method: (typeof METHODS)[number];
	timeLimit: number;
	seed: number;
}

function readOptions(values: Values): Options {
	return {
		data: readData(values),
		model: oneOf('model', values.model, MODEL_IDS),
		p: values.p === undefined ? null : numberOf('p', values.p),
		reach: values.reach === undefined ? null : numberOf('reach', values.reach),
		method: oneOf('method', values.method, METHODS),
		timeLimit: numberOf('time-limit', values.timeLimit),
		seed: numberOf('seed', values.seed)
	};
}

/** What was typed, or what is usual. */
interface Values {
	costs?: string;
	demand?: string;
	sites?: string;
	region?: string;
	who: string;
	focus: string;
	mode: string;
	/** The lists that suit a hub, as far as the region has them, where nothing was typed. */
	candidates?: string;
	standing: string;
	model?: string;
	p?: string;
	reach?: string;
	method: string;
	timeLimit: string;
	seed: string;
}

function readData(values: Values): Tables | OfRegion {
	const { costs, demand, sites, region } = values;
	if (region === undefined) {
		if (costs === undefined || demand === undefined) {
			throw new Error('siting needs --costs and --demand, or --region');
		}
		return { costs, demand, sites };
	}
	if (costs !== undefined || demand !== undefined || sites !== undefined) {
		throw new Error('give either --region, or --costs, --demand and --sites');
	}
	const lists = (name: string, text: string) =>
		text === '' ? [] : text.split(',').map((id) => oneOf(name, id, BUILDING_IDS));
	return {
		region,
		who: oneOf('who', values.who, WHO_IDS),
		focus: oneOf('focus', values.focus, FOCUS_IDS),
		mode: oneOf('mode', values.mode, MODE_IDS),
		candidates: values.candidates === undefined ? null : lists('candidates', values.candidates),
		standing: lists('standing', values.standing)
	};
}

const AIM_OF = {
	'p-median': 'travel',
	mclp: 'coverage',
	lscp: 'fewest',
	'p-center': 'worst'
} as const satisfies Record<ModelId, AimId>;

/** Minutes that are near where no reach is given. */
const NEAR_BY = 20;

/** The question of a region: journeys are estimated, in minutes. */
async function regionQuestion(
	data: OfRegion,
	model: ModelId,
	reach: number | null,
	open: OpenRegion
): Promise<{ question: Question; owner: string }> {
	const region = await open(data.region);
	for (const [option, lists] of [
		['candidates', data.candidates ?? []],
		['standing', data.standing]
	] as const) {
		for (const list of lists) {
			const why = await region.whyEmpty(BUILDINGS[list].part);
			if (why !== null) throw new Error(`--${option} ${list}: ${why}`);
		}
	}
	const suited: BuildingId[] = [];
	for (const list of data.candidates === null ? listsFor('family') : []) {
		if ((await region.whyEmpty(BUILDINGS[list].part)) === null) suited.push(list);
	}
	if (MODELS[model].reach === 'needed' && reach === null) throw new Error(`${model} needs a reach`);
	const choice: Choice = {
		...data,
		candidates: data.candidates ?? suited,
		kind: 'family',
		core20Weight: 1,
		ruralWeight: 1,
		aim: AIM_OF[model],
		hubs: 0,
		measure: 'minutes',
		reach: reach ?? NEAR_BY,
		verifiedOnly: false,
		fixed: [],
		excluded: []
	};
	const names = partsOf(choice);
	const parts = new Map<PartName, object>();
	for (const name of names) parts.set(name, await region.part(name));
	const find = (name: PartName) => parts.get(name);
	return { question: makeQuestion(sitingFacts(find), choice, find), owner: region.owner };
}

function oneOf<T extends string>(name: string, given: string | undefined, known: readonly T[]): T {
	const found = known.find((one) => one === given);
	if (found === undefined) {
		throw new Error(
			given === undefined
				? `--${name} is missing; it is one of: ${known.join(', ')}`
				: `--${name}: there is no "${given}"; there are: ${known.join(', ')}`
		);
	}
	return found;
}

function numberOf(name: string, text: string): number {
	const value = text.trim() === '' ? NaN : Number(text);
	if (!Number.isFinite(value) || value < 0) {
		throw new Error(`--${name}: "${text}" is not a number of 0 or more`);
	}
	return value;
}

/** A cell as a number of 0 or more, in any notation that numbers have. */
function amount(records: Records, row: number, column: string): number {
	const text = records.text(row, column);
	const value = Number(text);
	if (!Number.isFinite(value) || value < 0) {
		throw records.fault(row, column, `"${text.slice(0, 40)}" is not a number of 0 or more`);
	}
	return value;
}

function indexed(records: Records, column: string, name: string): Map<string, number> {
	const index = new Map<string, number>();
	for (let row = 0; row < records.count; row++) {
		const id = records.text(row, column);
		if (index.has(id)) throw records.fault(row, column, `${name} "${id}" stands twice`);
		index.set(id, row);
	}
	return index;
}

/** The tables of the options as an instance. Throws an Error that names file, row and column. */
function readInstance({ costs, demand, sites }: Tables): Instance {
	const people = readCsv(demand, ['demand_id', 'weight']);
	const demandIndex = indexed(people, 'demand_id', 'demand point');
	const places = sites === undefined ? null : readCsv(sites, ['site_id', 'state']);
	const siteIndex = places ? indexed(places, 'site_id', 'site') : new Map<string, number>();
	const pairs = readCsv(costs, ['demand_id', 'site_id', 'cost']);
	const demandOf = new Int32Array(pairs.count);
	const siteOf = new Int32Array(pairs.count);
	const costOf = new Float64Array(pairs.count);
	const seen = new Set<number>();
	for (let row = 0; row < pairs.count; row++) {
		const demandId = pairs.text(row, 'demand_id');
		const at = demandIndex.get(demandId);
		if (at === undefined) {
			throw pairs.fault(row, 'demand_id', `there is no demand point "${demandId.slice(0, 40)}"`);
		}
		const siteId = pairs.text(row, 'site_id');
		let site = siteIndex.get(siteId);
		if (site === undefined) {
			if (places) throw pairs.fault(row, 'site_id', `there is no site "${siteId.slice(0, 40)}"`);
			site = siteIndex.size;
			siteIndex.set(siteId, site);
		}
		const key = at * 2 ** 26 + site;
		if (seen.has(key)) {
			throw pairs.fault(row, 'site_id', `the pair "${demandId}", "${siteId}" stands twice`);
		}
		seen.add(key);
		demandOf[row] = at;
		siteOf[row] = site;
		costOf[row] = amount(pairs, row, 'cost');
	}
	return makeInstance({
		demand: [...demandIndex].map(([id, row]) => ({ id, weight: amount(people, row, 'weight') })),
		sites: [...siteIndex].map(([id, row]) =>
			places ? readSite(places, id, row) : { id, state: 'candidate' }
		),
		pairs: { length: pairs.count, demand: demandOf, site: siteOf, cost: costOf }
	});
}

function readSite(
	places: Records,
	id: string,
	row: number
): { id: string; state: SiteState; capacity: number | null } {
	const text = places.text(row, 'state');
	const state = SITE_STATES.find((one) => one === text);
	if (state === undefined) {
		throw places.fault(row, 'state', `"${text.slice(0, 40)}" is not ${SITE_STATES.join(', ')}`);
	}
	const hasCapacity = places.header.includes('capacity') && places.optional(row, 'capacity') !== '';
	return { id, state, capacity: hasCapacity ? amount(places, row, 'capacity') : null };
}

/** What a plan of a region means for people, as the page says it. */
function groupsToJson(question: Question, plan: Plan): object {
	const read = { question, plan, best: plan, isOwn: false, frontier: [], ties: null };
	const reading = readPlan(read);
	return {
		headline: reading.headline,
		groups: reading.outcomes.map((row) => groupFigures(row, reading))
	};
}

/** An answer as the command prints it. */
function toJson(plan: Plan, { demandIds, siteIds }: Instance, ties: NearSwaps): object {
	const served: { demand_id: string; site_id: string; cost: number }[] = [];
	const unserved: string[] = [];
	plan.siteOf.forEach((site, i) => {
		const id = demandIds[i] ?? '';
		if (site < 0) unserved.push(id);
		else served.push({ demand_id: id, site_id: siteIds[site] ?? '', cost: plan.costOf[i] ?? NaN });
	});
	return {
		model: plan.model,
		status: plan.status,
		proof: proofWords(plan),
		objective: plan.objective,
		bound: plan.bound,
		gap: plan.gap,
		open: plan.open.map((site) => siteIds[site]),
		served,
		unserved,
		near_ties: ties.swaps.map(({ out, into, objective, worse }) => ({
			out: siteIds[out],
			into: siteIds[into],
			objective,
			worse
		})),
		...(ties.undecided === 0 ? {} : { near_ties_undecided: ties.undecided }),
		seconds: Math.round(plan.seconds * 1000) / 1000
	};
}

export const siting: Command = {
	name: 'siting',
	about: 'where hubs should go, of a region or of tables of costs and demand, as JSON',
	examples: [
		[
			'siting --region norfolk-and-waveney --model mclp --p 5 --reach 15',
			'five hubs that most people have within 15 minutes'
		],
		[
			'siting --costs costs.csv --demand demand.csv --model p-median --p 2',
			'two sites with the least travel in all'
		]
	],
	options: [
		new Option('--costs <file>', 'CSV of demand_id, site_id and cost'),
		new Option('--demand <file>', 'CSV of demand_id and weight'),
		new Option('--sites <file>', `CSV of site_id, state (${SITE_STATES.join(', ')}), capacity`),
		new Option('--region <slug>', 'in place of tables'),
		new Option('--who <people>', 'of a region, whom hubs are for').default('residents'),
		new Option('--focus <focus>', 'of a region, which of them').default('all'),
		new Option('--mode <mode>', `how they travel: ${MODE_IDS.join(', ')}`).default(DEFAULT_MODE),
		new Option(
			'--candidates <lists>',
			`buildings, with commas; those that suit if not given: ${listsFor('family').join()}`
		),
		new Option('--standing <lists>', 'hubs that are there already').default('', 'none'),
		new Option('--model <model>', MODEL_IDS.join(', ')),
		new Option('--p <number>', 'how many sites, the fixed ones with them'),
		new Option('--reach <cost>', 'what is near; the worst travel, of p-median and p-center'),
		new Option('--method <method>', METHODS.join(' or ')).default('exact'),
		new Option('--time-limit <seconds>', 'for the proof').default('60'),
		new Option('--seed <number>', 'where random choices begin').default('1')
	],
	async run(given, open) {
		const options = readOptions(given as unknown as Values);
		const { data, model, p, reach, method, timeLimit, seed } = options;
		// Tables of one's own hold no listing of ours: nobody has to answer for them.
		const { question, ...said } =
			'region' in data ? await regionQuestion(data, model, reach, open) : { question: null };
		const instance = question ? question.problem.instance : readInstance(data as Tables);
		const info = MODELS[model];
		if (instance.capacities && !info.takesCapacity) {
			process.stderr.write(`siting: ${model} takes no account of capacities\n`);
		}
		const problem: Problem = { instance, model, p: info.takesP ? p : null, reach };
		const plan = await solve(problem, {
			method,
			timeLimit,
			seed,
			loadHighs,
			onPlan: (better) =>
				process.stderr.write(
					`siting: ${better.seconds.toFixed(1)} s: ${better.objective}, ${proofWords(better)}\n`
				)
		});
		const highs = instance.capacities && method === 'exact' ? await loadHighs() : null;
		const ties = nearSwaps(problem, plan, { highs, timeLimit });
		const told = question ? groupsToJson({ ...question, problem }, plan) : {};
		const servesNobody = plan.siteOf.every((site) => site < 0);
		const why = servesNobody && info.takesCapacity ? roomForNobody(instance) : null;
		if (why !== null) process.stderr.write(`siting: ${why}\n`);
		return JSON.stringify({
			...told,
			...toJson(plan, instance, ties),
			...(why !== null && { why_nobody: why }),
			...said
		});
	}
};
