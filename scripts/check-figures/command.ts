/** The command without a process: arguments in, text and an exit code out. */
import { carModel } from '../../src/lib/access/car-model.ts';
import { DETOURS_COMPARED, walkModel } from '../../src/lib/access/walk-model.ts';
import { fails } from '../../src/lib/checks/result.ts';
import { runChecks } from '../../src/lib/checks/run-checks.ts';
import type { PublishedColumn } from '../../src/lib/checks/method.ts';
import { makeFacts } from '../../src/lib/facts/facts.ts';
import type { Geodata } from '../../src/lib/server/geodata.ts';
import { GEODATA } from '../lib/paths.ts';
import { readArguments } from './arguments.ts';
import { loadChecks } from '../../src/lib/server/load-checks.ts';
import { printCarModel, printWalkModels } from './print-models.ts';
import { printJson, printText } from './print.ts';
import { columnsOfPacks, publishedColumns } from './published.ts';
import { inOneLine } from '../../src/lib/text/scan.ts';

export interface Ran {
	/** 0: all that must come out does; 1: something does not; 2: the input can't be read. */
	code: 0 | 1 | 2;
	output: string;
	error: string;
}

/** `published` gives the figures that are published; default: as the packs have them, or built from the folder that is named. */
export async function checkFigures(
	args: readonly string[],
	published?: (geodata: Geodata) => Promise<PublishedColumn[]>
): Promise<Ran> {
	try {
		const { format, geodata } = readArguments(args);
		const input = await loadChecks(
			geodata,
			published ?? (geodata === GEODATA ? columnsOfPacks : publishedColumns)
		);
		const results = runChecks(input);
		const facts = makeFacts(input.tables);
		return {
			code: results.some(fails) ? 1 : 0,
			output:
				format === 'json'
					? printJson(results)
					: [
							printText(results),
							printWalkModels(DETOURS_COMPARED.map((detour) => walkModel(facts, detour))),
							printCarModel(carModel(facts))
						].join('\n'),
			error: ''
		};
	} catch (cause) {
		const message = cause instanceof Error ? cause.message : String(cause);
		return { code: 2, output: '', error: `check:figures: ${inOneLine(message)}\n` };
	}
}
