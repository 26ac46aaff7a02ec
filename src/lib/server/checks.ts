/** The published figures beside ours, for the pages: the same run as `npm run check:figures`. */
import { join } from 'node:path';
import { carModel, type CarModel } from '../access/car-model.ts';
import { DETOURS_COMPARED, walkModel, type WalkModel } from '../access/walk-model.ts';
import { loadChecks } from './load-checks.ts';
import { columnsOfPart } from '../checks/published.ts';
import type { Geodata } from './geodata.ts';
import type { PublishedColumn } from '../checks/method.ts';
import type { CheckResult } from '../checks/result.ts';
import { runChecks } from '../checks/run-checks.ts';
import type { CheckList } from '../checks/spec.ts';
import { makeFacts } from '../facts/facts.ts';
import { strings } from '../facts/table.ts';
import { readStatements } from '../methods/statements.ts';
import { readManifest, readPackFile } from './packs.ts';

export interface CheckedDocument {
	id: string;
	title: string;
	publisher: string;
	/** Year, years or month, as the catalogue of documents has it. */
	date: string;
	/** Statements of it, by id. */
	statements: string[];
}

export interface CheckedFigures {
	lists: readonly CheckList[];
	results: readonly CheckResult[];
	documents: readonly CheckedDocument[];
	/** How our journeys agree with published ones. */
	car: CarModel;
	walks: readonly WalkModel[];
}

let ran: Promise<CheckedFigures> | undefined;

/** All results and documents. The checks run once, however many pages ask. */
export function checkedFigures(): Promise<CheckedFigures> {
	ran ??= run();
	return ran;
}

/** What is published, as it stands in the packs just built: the gate looks at the very files. */
async function fromPacks(geodata: Geodata): Promise<PublishedColumn[]> {
	return Object.values(readManifest().regions).flatMap((region) =>
		region.files
			.filter(({ path }) => path.endsWith('.json'))
			.flatMap(({ part }) =>
				columnsOfPart(`${region.slug}/${part}`, readPackFile(region, part) as object, geodata)
			)
	);
}

async function run(): Promise<CheckedFigures> {
	const input = await loadChecks(join(process.cwd(), 'geodata'), fromPacks);
	const facts = makeFacts(input.tables);
	const statements = readStatements(facts);
	const column = (name: string) => strings(facts.table('published-documents'), name);
	const [titles, publishers, dates] = [column('title'), column('publisher'), column('date')];
	return {
		lists: input.lists,
		results: runChecks(input),
		car: carModel(facts),
		walks: DETOURS_COMPARED.map((detour) => walkModel(facts, detour)),
		documents: column('document_id').map((id, row) => ({
			id,
			title: titles[row] ?? id,
			publisher: publishers[row] ?? '',
			date: dates[row] ?? '',
			statements: statements.filter(({ documentId }) => documentId === id).map((one) => one.id)
		}))
	};
}
