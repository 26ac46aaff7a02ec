/** `access`: floating catchment areas from files. */
import { Option } from 'commander';
import type { Costs } from '../../../src/lib/access/costs.ts';
import {
	floatingCatchment,
	LUO_QI_STEPS,
	type Step
} from '../../../src/lib/access/floating-catchment.ts';
import type { Records } from '../../../src/lib/access/records.ts';
import { columnsOf, documentOf, type Document } from '../../../src/lib/document/document.ts';
import { toCsv } from '../../../src/lib/export/csv.ts';
import type { Command } from '../command.ts';
import { choice, positive, required } from '../options.ts';
import { readCsv } from '../read-csv.ts';

export const access: Command = {
	name: 'access',
	about: 'who can get to what, of tables of costs, people and supply',
	examples: [
		[
			'access --costs costs.csv --demand demand.csv --supply supply.csv --threshold 30',
			'how much supply each demand_id has within 30'
		]
	],
	options: [
		new Option('--costs <file>', 'CSV of demand_id, site_id and cost'),
		new Option('--demand <file>', 'CSV of demand_id and weight'),
		new Option('--supply <file>', 'CSV of site_id and supply'),
		new Option('--method <method>', '2sfca or e2sfca (usual: 2sfca)'),
		new Option('--threshold <cost>', 'beyond it nothing counts'),
		new Option('--weights <pairs>', 'of e2sfca, such as 10:1,20:0.68,30:0.22'),
		new Option('--format <format>', 'csv or json (usual: csv)')
	],
	run(given) {
		const method = choice('method', given['method'], ['2sfca', 'e2sfca'], '2sfca');
		const format = choice('format', given['format'], ['csv', 'json'], 'csv');
		const steps = stepsOf(method, given['threshold'], given['weights']);
		const demand = readCsv(required('demand', given['demand']), ['demand_id', 'weight']);
		const supply = readCsv(required('supply', given['supply']), ['site_id', 'supply']);
		const costs = readCsv(required('costs', given['costs']), ['demand_id', 'site_id', 'cost']);
		const [people, sites] = [
			amounts(demand, 'demand_id', 'weight'),
			amounts(supply, 'site_id', 'supply')
		];
		const found = floatingCatchment(
			costsOf(costs, demand, people.position, supply, sites.position),
			people.values,
			sites.values,
			steps
		);
		const rows = people.ids.map((id, i) => ({ demand_id: id, access: found[i] ?? 0 }));
		return Promise.resolve(
			format === 'json' ? JSON.stringify(rows, null, '\t') : toCsv(accessDocument(rows))
		);
	}
};

const accessDocument = (rows: readonly { demand_id: string; access: number }[]): Document =>
	documentOf('Access', {
		columns: columnsOf(['demand_id', 'access']),
		rows: rows.map(({ demand_id, access }) => [demand_id, access])
	});

/** The steps of a method: one of weight 1 up to the threshold, or the weights, cut off at it. */
function stepsOf(
	method: '2sfca' | 'e2sfca',
	threshold: string | true | undefined,
	weights: string | true | undefined
): Step[] {
	const last = typeof threshold === 'string' ? positive('threshold', threshold) : undefined;
	if (method === '2sfca') {
		if (weights !== undefined) throw new Error('--weights go with --method e2sfca alone');
		if (last === undefined) throw new Error('--threshold is missing');
		return [{ upTo: last, weight: 1 }];
	}
	const steps = typeof weights === 'string' ? readWeights(weights) : LUO_QI_STEPS;
	if (last === undefined) return [...steps];
	// Beyond the threshold nothing counts; up to it, the step that it falls into does.
	const within = steps.filter(({ upTo }) => upTo <= last);
	const next = steps.find(({ upTo }) => upTo > last);
	return next && within.at(-1)?.upTo !== last
		? [...within, { upTo: last, weight: next.weight }]
		: within;
}

function readWeights(text: string): Step[] {
	const steps = text.split(',').map((piece) => {
		const [, upTo = '', weight = ''] = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/.exec(piece.trim()) ?? [];
		if (upTo === '') {
			throw new Error(
				`--weights takes cost:weight pairs such as 10:1,20:0.68,30:0.22, not "${piece}"`
			);
		}
		return { upTo: Number(upTo), weight: Number(weight) };
	});
	steps.sort((a, b) => a.upTo - b.upTo);
	const twice = steps.find(({ upTo }, i) => steps[i + 1]?.upTo === upTo);
	if (twice) throw new Error(`--weights: ${twice.upTo} stands twice`);
	return steps;
}

/** A column of amounts by id. */
function amounts(records: Records, idColumn: string, column: string) {
	const position = new Map<string, number>();
	const ids: string[] = [];
	const values = new Float64Array(records.count);
	for (let row = 0; row < records.count; row++) {
		const id = records.text(row, idColumn);
		if (position.has(id)) throw records.fault(row, idColumn, `"${id}" stands twice`);
		position.set(id, row);
		ids.push(id);
		values[row] = records.amount(row, column);
	}
	return { ids, values, position };
}

/** The table of costs by origin. A pair that names an id of no other file is an error. */
function costsOf(
	records: Records,
	demand: Records,
	origins: ReadonlyMap<string, number>,
	supply: Records,
	sites: ReadonlyMap<string, number>
): Costs {
	const pairs: { at: number; cost: number }[][] = Array.from({ length: origins.size }, () => []);
	const seen = new Set<string>();
	for (let row = 0; row < records.count; row++) {
		const [from, to] = [records.text(row, 'demand_id'), records.text(row, 'site_id')];
		const origin = origins.get(from);
		const site = sites.get(to);
		if (origin === undefined) {
			throw records.fault(row, 'demand_id', `"${from}" is not in ${demand.file}`);
		}
		if (site === undefined) throw records.fault(row, 'site_id', `"${to}" is not in ${supply.file}`);
		const key = `${origin} ${site}`;
		if (seen.has(key)) throw records.fault(row, 'site_id', `the pair ${from}, ${to} stands twice`);
		seen.add(key);
		pairs[origin]?.push({ at: site, cost: records.amount(row, 'cost') });
	}
	for (const list of pairs) list.sort((a, b) => a.cost - b.cost || a.at - b.at);
	const start = new Int32Array(origins.size + 1);
	pairs.forEach((list, origin) => (start[origin + 1] = (start[origin] ?? 0) + list.length));
	return {
		origins: origins.size,
		sites: sites.size,
		start,
		site: Int32Array.from(pairs.flatMap((list) => list.map(({ at }) => at))),
		cost: Float64Array.from(pairs.flatMap((list) => list.map(({ cost }) => cost))),
		limit: Infinity
	};
}
