/** Run lists of checks on facts. */
import { compare } from './compare.ts';
import { makeFacts, type Facts } from '../facts/facts.ts';
import type { Table } from '../facts/table.ts';
import type { CheckContext, Finding } from './method.ts';
import { METHODS } from './registry.ts';
import type { CheckResult } from './result.ts';
import type { CheckList, CheckMethod, CheckSpec, SpecOf } from './spec.ts';
import { inWords, readStatements, type Statement } from '../methods/statements.ts';

/** What stands in a result's `document` where the claim is the project's own. */
export const OWN_CLAIM = 'This project’s own method';

export interface CheckInput {
	/** Tables by catalogue id. */
	tables: Readonly<Record<string, Table>>;
	catalogue: CheckContext['catalogue'];
	published: CheckContext['published'];
	lists: readonly CheckList[];
}

/**
 * All results, in the order of the lists. Throws an Error where a statement has no check or
 * two, where a check names an unknown statement, or where a table is not what it should be.
 */
export function runChecks(input: CheckInput): CheckResult[] {
	const specs = input.lists.flatMap(({ checks }) => checks);
	const statements = readStatements(makeFacts(input.tables));
	mustCoverOnce(statements, specs);
	return specs.map((spec) => runCheck(input, statements, spec));
}

function mustCoverOnce(statements: readonly Statement[], specs: readonly CheckSpec[]): void {
	const ids = specs.map(({ claim }) => ('statement' in claim ? claim.statement : claim.id));
	const repeated = ids.find((id, i) => ids.indexOf(id) !== i);
	if (repeated !== undefined) throw new Error(`two checks are called "${repeated}"`);
	const missing = statements.filter(({ id }) => !ids.includes(id)).map(({ id }) => id);
	if (missing.length > 0) throw new Error(`no check for the statement ${missing.join(', ')}`);
}

function runCheck(
	{ tables, catalogue, published }: CheckInput,
	statements: readonly Statement[],
	spec: CheckSpec
): CheckResult {
	const used = new Set<string>();
	const facts: Facts = makeFacts(tables, (dataset) => used.add(dataset));
	const { claim, rounding, otherBase, note, required = false } = spec;
	const printed = (id: string): Statement => {
		const found = statements.find((statement) => statement.id === id);
		if (!found) throw new Error(`a check is about "${id}", which no document states`);
		used.add(found.printed === undefined ? 'published-statements' : 'published-facts-2026');
		return found;
	};
	const statement = 'statement' in claim ? printed(claim.statement) : null;
	const whole = 'partOf' in claim && claim.partOf !== undefined ? printed(claim.partOf) : null;
	const expected = statement ? statement.value : expectedOf(claim, printed);
	const id = 'statement' in claim ? claim.statement : claim.id;

	const finding = find({ facts, expected, catalogue, published }, spec);
	return {
		id,
		...(statement && { statementId: statement.id }),
		...(whole && { partOf: whole.id }),
		statement: statement ? inWords(statement) : 'says' in claim ? claim.says : id,
		document: (statement ?? whole)?.document ?? OWN_CLAIM,
		expected,
		value: finding.value ?? null,
		figure: finding.figure,
		basis: finding.basis,
		outcome: outcomeOf(finding, { id, expected, rounding, otherBase: otherBase !== undefined }),
		why: [finding.why, otherBase, note].filter(Boolean).join(' '),
		datasets: [...used].sort(),
		required
	};
}

function expectedOf(claim: CheckSpec['claim'], printed: (id: string) => Statement): number | null {
	if (!('says' in claim)) return null;
	if (typeof claim.expected === 'object') return printed(claim.expected.statement).value;
	return claim.expected ?? null;
}

/** The method of a check, with the type that its name gives it. */
function find<M extends CheckMethod>(context: CheckContext, spec: SpecOf<M>): Finding {
	return METHODS[spec.method as M](context, spec);
}

function outcomeOf(
	finding: Finding,
	claim: { id: string; expected: number | null; rounding: number | undefined; otherBase: boolean }
): CheckResult['outcome'] {
	if ('outcome' in finding) return finding.outcome;
	if (claim.expected === null) throw new Error(`${claim.id}: nothing to compare our figure with`);
	return compare({
		expected: claim.expected,
		ours: finding.value,
		rounding: claim.rounding,
		otherBase: claim.otherBase,
		ownFigures: finding.ownFigures ?? false
	});
}
