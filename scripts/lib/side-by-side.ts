/** Steps that wait for one another, as many at once as a machine has use for, and what they print. */

/** A step of some work, and the names of those that must have gone well before it begins. */
export interface Ordered {
	readonly name: string;
	readonly after?: readonly string[];
}

/**
 * Runs steps side by side, at most `most` of them at a time, each as soon as those that it comes
 * `after` went well; of those that could begin, the first in the list. After a failure none begins
 * any more, and those that run are waited for.
 *
 * @param run does a step; what it returns says whether it went well
 * @returns the outcomes in the order of the steps' ends
 */
export async function sideBySide<S extends Ordered, O extends { ok: boolean }>(
	steps: readonly S[],
	most: number,
	run: (step: S) => Promise<O>
): Promise<O[]> {
	const waiting = new Set(steps);
	const done = new Set<string>();
	const running = new Set<Promise<void>>();
	const outcomes: O[] = [];
	let hasFailed = false;
	const begin = (step: S): void => {
		waiting.delete(step);
		const end = run(step).then((outcome) => {
			running.delete(end);
			outcomes.push(outcome);
			done.add(step.name);
			hasFailed ||= !outcome.ok;
		});
		running.add(end);
	};
	for (;;) {
		for (const step of waiting) {
			if (hasFailed || running.size >= most) break;
			if (step.after?.every((name) => done.has(name)) ?? true) begin(step);
		}
		if (running.size === 0) return outcomes;
		await Promise.race(running);
	}
}

/** Where a step writes what it prints, until it ends. */
export interface Turn {
	write: (text: string | Uint8Array) => void;
	end: () => void;
}

/**
 * Lets steps that run side by side print one after the other: the first to take a turn as it goes,
 * the next, what it has kept and then as it goes, when that one has ended.
 */
export function turns(print: (text: string | Uint8Array) => void): () => Turn {
	const queue: { kept: (string | Uint8Array)[]; isOver: boolean }[] = [];
	const printKept = () => {
		for (const one of queue[0]?.kept.splice(0) ?? []) print(one);
	};
	return () => {
		const own = { kept: [] as (string | Uint8Array)[], isOver: false };
		queue.push(own);
		return {
			write(text) {
				own.kept.push(text);
				if (queue[0] === own) printKept();
			},
			end() {
				own.isOver = true;
				while (queue[0]?.isOver) {
					queue.shift();
					printKept();
				}
			}
		};
	};
}
