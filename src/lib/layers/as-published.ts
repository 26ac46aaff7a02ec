/** What a region's documents print, beside our own figures and never mixed with them. */
import type { FactsPart, PrintedStatement } from '../facts/parts.ts';
import type { Finding } from './layer.ts';

/**
 * One sentence a document, each figure as it is printed there; `base` says how the
 * document's base differs from ours. Nothing where no document of the region speaks of it.
 */
export function asPublished(facts: FactsPart, id: string, base: string): Finding[] {
	const byDocument = new Map<string, PrintedStatement[]>();
	for (const statement of facts.printed ?? []) {
		byDocument.set(statement.document, [...(byDocument.get(statement.document) ?? []), statement]);
	}
	return [...byDocument].map(([document, statements], i) => ({
		id: `${id}-as-published-${i + 1}`,
		text: `As published in “${document}”: ${statements.map(({ text }) => text).join('; ')}. ${base}`,
		area: null
	}));
}
