/** The p-median instances of Beasley's OR-Library (1985), and graphs made in the same way. */
import { randomNumbers } from '../../../src/lib/stats/random.ts';
import { makeInstance } from '../../../src/lib/siting/instance.ts';
import type { Problem } from '../../../src/lib/siting/models.ts';

/** Best values of pmed1 to pmed40, all proved in the literature. */
export const OPTIMA: readonly number[] = [
	5819, 4093, 4250, 3034, 1355, 7824, 5631, 4445, 2734, 1255, 7696, 6634, 4374, 2968, 1729, 8162,
	6999, 4809, 2845, 1789, 9138, 8579, 4619, 2961, 1828, 9917, 8307, 4498, 3033, 1989, 10086, 9297,
	4700, 3013, 10400, 9934, 5057, 11060, 9423, 5128
];

export interface Graph {
	nodes: number;
	p: number;
	/** Ends (from 1) and length; of an edge given twice the last holds. */
	edges: readonly (readonly [number, number, number])[];
}

/** Read a file of the library. Throws where it is not one. */
export function parseGraph(text: string): Graph {
	const numbers = text.trim().split(/\s+/).map(Number);
	const [nodes = 0, count = 0, p = 0] = numbers;
	if (numbers.length < 3 + 3 * count || numbers.some((value) => !Number.isFinite(value))) {
		throw new Error('this is not a p-median file of the OR-Library');
	}
	const edges = Array.from({ length: count }, (_, at) => {
		const [a = 0, b = 0, length = 0] = numbers.slice(3 + 3 * at, 6 + 3 * at);
		return [a, b, length] as const;
	});
	return { nodes, p, edges };
}

/** A graph as the library's: a ring, then edges between any two nodes, lengths from 1 to 100. */
export function makeGraph(seed: number, nodes: number, p: number): Graph {
	const random = randomNumbers(seed);
	const upTo = (most: number) => 1 + Math.floor(random() * most);
	const edges = Array.from(
		{ length: nodes },
		(_, at) => [at + 1, ((at + 1) % nodes) + 1, upTo(100)] as const
	);
	const count = (nodes * nodes) / 50;
	while (edges.length < count) {
		const [a, b] = [upTo(nodes), upTo(nodes)];
		if (a !== b) edges.push([a, b, upTo(100)]);
	}
	return { nodes, p, edges };
}

/** The p-median of a graph: every node has one person and may be a site; costs are shortest paths. */
export function graphProblem({ nodes, p, edges }: Graph): Problem {
	const far = new Float64Array(nodes * nodes).fill(Infinity);
	for (let i = 0; i < nodes; i++) far[i * nodes + i] = 0;
	for (const [a, b, length] of edges) {
		far[(a - 1) * nodes + b - 1] = length;
		far[(b - 1) * nodes + a - 1] = length;
	}
	// Floyd.
	for (let k = 0; k < nodes; k++) {
		for (let i = 0; i < nodes; i++) {
			const first = far[i * nodes + k] as number;
			if (first === Infinity) continue;
			for (let j = 0; j < nodes; j++) {
				const way = first + (far[k * nodes + j] as number);
				if (way < (far[i * nodes + j] as number)) far[i * nodes + j] = way;
			}
		}
	}
	const index = Int32Array.from({ length: nodes * nodes }, (_, at) => at);
	const ids = Array.from({ length: nodes }, (_, at) => String(at + 1));
	return {
		instance: makeInstance({
			demand: ids.map((id) => ({ id, weight: 1 })),
			sites: ids.map((id) => ({ id, state: 'candidate' })),
			pairs: {
				length: far.length,
				demand: index.map((at) => Math.floor(at / nodes)),
				site: index.map((at) => at % nodes),
				cost: far
			}
		}),
		model: 'p-median',
		p,
		reach: null
	};
}
