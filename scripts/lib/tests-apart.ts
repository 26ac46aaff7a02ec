/**
 * Tests share one set of modules, and what was read of tables, in each of the runner's processes, as
 * the code keeps nothing between calls. Those in this folder put something else in the place of modules or of what
 * the browser gives, so each file has modules of its own.
 */
export const APART = 'src/lib/session/';

/** Of the tests of facts and commands, which share modules and what they read, those that replace a module. */
export const FACTS_APART = [
	'tests/data/stored-measures.test.ts',
	'scripts/build/areas/on-demand-worker.test.ts',
	'scripts/lib/swap-in.test.ts'
];
