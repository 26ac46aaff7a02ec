/** What a region's documents print about a matter, for its packs. */
import { inWords, readStatements, type Statement } from '../../src/lib/methods/statements.ts';
import type { PrintedStatement } from '../../src/lib/facts/parts.ts';
import { factsOf } from '../../src/lib/server/facts.ts';
import type { PartContext } from './part.ts';

/** Datasets that the statements come from. */
export const PRINTED_DATASETS = ['published-statements', 'published-documents'] as const;

/** The statements of the region's documents that pass a test, in the documents' order. */
export async function printedStatements(
	{ geodata, region }: PartContext,
	test: (statement: Statement) => boolean
): Promise<PrintedStatement[]> {
	const statements = readStatements(await factsOf(geodata, PRINTED_DATASETS));
	return statements
		.filter(({ documentId }) => region.documents.includes(documentId))
		.filter(test)
		.map((statement) => ({
			document: statement.document,
			text: inWords(statement),
			area: statement.area
		}));
}
