import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { analyse } from '../analyse.ts';
import type { OpenRegion } from '../region-parts.ts';

interface Printed {
	model: string;
	status: string;
	objective: number;
	bound: number;
	gap: number;
	open: string[];
	served: { demand_id: string; site_id: string; cost: number }[];
	unserved: string[];
	near_ties: { out: string; into: string; objective: number; worse: number }[];
	seconds: number;
}

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'siting-'));
	vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
	rmSync(folder, { recursive: true });
	vi.restoreAllMocks();
});

const DEMAND = 'demand_id,weight\na,10\nb,20\nc,5\nd,1\n';
const COSTS = 'site_id,cost,demand_id\nx,1,a\nx,4,b\ny,3,a\ny,1,b\ny,9,c\nz,2,c\n';

async function run(files: Record<string, string>, ...more: string[]) {
	const args = Object.entries(files).flatMap(([name, text]) => {
		const path = join(folder, `${name}.csv`);
		writeFileSync(path, text);
		return [`--${name}`, path];
	});
	const ran = await analyse(['siting', ...args, ...more]);
	return { ...ran, json: () => JSON.parse(ran.output) as Printed };
}
const plain = { costs: COSTS, demand: DEMAND };

describe('a list of places that is not held for a region', () => {
	const sentence = 'We hold no compiled lists of maternity units and hubs for Anyshire.';
	const open: OpenRegion = (slug) =>
		Promise.resolve({
			slug,
			name: 'Anyshire',
			owner: '',
			whyEmpty: (part) => Promise.resolve(part.startsWith('maternity-') ? sentence : null),
			has: () => true,
			part: (name) => Promise.reject(new Error(`${name} was asked for`))
		});

	it.each([
		['siting', '--model mclp --reach 20 --standing maternity-hubs', '--standing maternity-hubs'],
		[
			'siting',
			'--model mclp --reach 20 --candidates maternity-units',
			'--candidates maternity-units'
		],
		['gaps', '--provision maternity-unit --measure nearest', '--provision maternity-unit']
	])('is refused by %s %s', async (command, options, what) => {
		const args = [command, '--region', 'anyshire', ...options.split(' ')];
		const { code, error } = await analyse(args, open);
		expect([code, error]).toEqual([2, expect.stringContaining(`${what}: ${sentence}`)]);
	});
});

describe('siting on the command line', () => {
	it('answers each model with one object', async () => {
		const median = await run(plain, '--model', 'p-median', '--p', '2');
		expect(median.code).toBe(0);
		expect(median.json()).toMatchObject({
			model: 'p-median',
			status: 'optimal',
			// y and z serve all who can be served; x and z would serve a nearer, b farther.
			open: ['y', 'z'],
			objective: 10 * 3 + 20 * 1 + 5 * 2,
			bound: 60,
			gap: 0,
			served: [
				{ demand_id: 'a', site_id: 'y', cost: 3 },
				{ demand_id: 'b', site_id: 'y', cost: 1 },
				{ demand_id: 'c', site_id: 'z', cost: 2 }
			],
			unserved: ['d']
		});
		const mclp = await run(plain, '--model', 'mclp', '--p', '1', '--reach', '3');
		expect(mclp.json()).toMatchObject({ status: 'optimal', objective: 30, open: ['y'] });
		const lscp = await run(plain, '--model', 'lscp', '--reach', '3');
		expect(lscp.json()).toMatchObject({ status: 'optimal', objective: 2, unserved: ['d'] });
		const center = await run(plain, '--model', 'p-center', '--p', '2');
		expect(center.json()).toMatchObject({ status: 'optimal', objective: 3, open: ['y', 'z'] });
	});

	it('lists every other site that would do as well, or nearly', async () => {
		// v is as good as y for everyone, w a little worse than either.
		const costs = `${COSTS}v,3,a\nv,1,b\nv,9,c\nw,3.01,a\nw,1,b\nw,9,c\n`;
		const ran = await run({ ...plain, costs }, '--model', 'p-median', '--p', '2');
		expect(ran.json().open).toEqual(['y', 'z']);
		expect(ran.json().near_ties).toEqual([
			{ out: 'y', into: 'v', objective: 60, worse: 0 },
			{
				out: 'y',
				into: 'w',
				objective: expect.closeTo(60.1, 9),
				worse: expect.closeTo(0.1 / 60, 9)
			}
		]);
	});

	it('heeds fixed and excluded sites and their room', async () => {
		const sites = 'site_id,state,capacity\nx,fixed,\ny,candidate,20\nz,excluded,\n';
		const ran = await run({ ...plain, sites }, '--model', 'p-median', '--p', '2');
		expect(ran.json()).toMatchObject({
			status: 'optimal',
			open: ['x', 'y'],
			// Only y can serve c, which leaves no room for b there: nobody is left out for less travel.
			objective: 10 * 1 + 20 * 4 + 5 * 9,
			unserved: ['d']
		});
	});

	it('says why nobody is served where every capacity is smaller than every demand', async () => {
		const demand = 'demand_id,weight\na,10\nb,20\nc,5\nd,6\n';
		const sites = 'site_id,state,capacity\nx,candidate,4\ny,candidate,3\nz,candidate,2\n';
		const ran = await run({ ...plain, demand, sites }, '--model', 'p-median', '--p', '2');
		expect(ran.json()).toMatchObject({
			served: [],
			why_nobody: expect.stringContaining('room for 4, and the smallest demand point asks for 5')
		});
	});

	it('says of a heuristic answer that it is not proved', async () => {
		const ran = await run(plain, '--model', 'p-median', '--p', '1', '--method', 'heuristic');
		expect(ran.json()).toMatchObject({ status: 'feasible', open: ['y'], bound: null, gap: null });
	});

	it.each([
		[
			'a negative cost',
			{ costs: 'demand_id,site_id,cost\na,x,-1\n' },
			/costs\.csv, row 2, column cost/
		],
		['no number', { costs: 'demand_id,site_id,cost\na,x,NaN\n' }, /“?"NaN" is not a number/],
		['an infinite cost', { costs: 'demand_id,site_id,cost\na,x,Infinity\n' }, /is not a number/],
		['a pair twice', { costs: 'demand_id,site_id,cost\na,x,1\na,x,2\n' }, /row 3.*stands twice/],
		['an unknown person', { costs: 'demand_id,site_id,cost\nq,x,1\n' }, /no demand point "q"/],
		['an unknown site', { sites: 'site_id,state\nx,candidate\n' }, /no site "y"/],
		['a site twice', { sites: 'site_id,state\nx,fixed\nx,fixed\n' }, /site "x" stands twice/],
		[
			'an unknown state',
			{ sites: 'site_id,state\nx,open\ny,fixed\nz,fixed\n' },
			/"open" is not candidate/
		],
		['demand twice', { demand: 'demand_id,weight\na,1\na,1\n' }, /"a" stands twice/],
		['a negative weight', { demand: 'demand_id,weight\na,-1\nb,1\nc,1\n' }, /column weight/],
		['no such column', { demand: 'id,weight\na,1\n' }, /no column "demand_id"/],
		['an empty file', { demand: '' }, /empty/]
	])('refuses %s in one line', async (_, files, message) => {
		const ran = await run({ ...plain, ...files }, '--model', 'p-median', '--p', '1');
		expect(ran).toMatchObject({ code: 2, output: '' });
		expect(ran.error).toMatch(message);
		expect(ran.error.trimEnd().split('\n')).toHaveLength(1);
	});

	it.each([
		[['--model', 'p-median', '--p', '0'], /p must be a whole number of 1 or more/],
		[['--model', 'p-median', '--p', '4'], /only 3 sites/],
		[['--model', 'p-median', '--p', '1.5'], /whole number/],
		[['--model', 'p-median', '--p', '-1'], /--p/],
		[['--model', 'p-median'], /needs p/],
		[['--model', 'mclp', '--p', '1'], /needs a reach/],
		[['--model', 'lscp', '--reach', 'far'], /--reach: "far"/],
		[['--model', 'best'], /there is no "best"; there are: p-median/],
		[['--p', '1'], /--model is missing/]
	])('refuses %j in one line', async (args, message) => {
		const ran = await run(plain, ...args);
		expect(ran).toMatchObject({ code: 2, output: '' });
		expect(ran.error).toMatch(message);
	});

	it('refuses fewer sites than stand already', async () => {
		const sites = 'site_id,state\nx,fixed\ny,fixed\nz,candidate\n';
		const ran = await run({ ...plain, sites }, '--model', 'p-median', '--p', '1');
		expect(ran.code).toBe(2);
		expect(ran.error).toMatch(/p counts them/);
	});
});
