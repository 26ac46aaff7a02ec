/** The command without a process: arguments in, text and an exit code out. */
import { Option } from 'commander';
import { carModel } from '../../src/lib/access/car-model.ts';
import { DETOURS_COMPARED, walkModel } from '../../src/lib/access/walk-model.ts';
import { fails } from '../../src/lib/checks/result.ts';
import { runChecks } from '../../src/lib/checks/run-checks.ts';
import type { PublishedColumn } from '../../src/lib/checks/method.ts';
import { makeFacts } from '../../src/lib/facts/facts.ts';
import type { Geodata } from '../../src/lib/server/geodata.ts';
import { carryOut, commandLine, factsOption } from '../lib/command-line.ts';
import { GEODATA } from '../lib/paths.ts';
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

export interface CheckWith {
	/** Gives the published figures; default: those of the packs, or built from the folder that is named. */
	published?: (geodata: Geodata) => Promise<PublishedColumn[]>;
	/** Done before anything is read, once it is known what is asked. */
	prepare?: () => Promise<void>;
}

interface Values {
	format: 'text' | 'json';
	geodata: string;
}

/** Do what was asked for, without a process: what it prints, and the status that it ends with. */
export async function checkFigures(
	args: readonly string[],
	{ published, prepare = () => Promise.resolve() }: CheckWith = {}
): Promise<Ran> {
	const ran: Ran = { code: 0, output: '', error: '' };
	const command = commandLine(
		'check:figures',
		'Hold what documents say against what the facts give.',
		[
			['', 'as tables to read'],
			['--format json', 'for other programs']
		]
	)
		.addOption(
			new Option('--format <format>', 'form of the answer')
				.choices(['text', 'json'])
				.default('text')
		)
		.addOption(factsOption())
		.action(async ({ format, geodata }: Values) => {
			await prepare();
			const input = await loadChecks(
				geodata,
				published ?? (geodata === GEODATA ? columnsOfPacks : publishedColumns)
			);
			const results = runChecks(input);
			const facts = makeFacts(input.tables);
			ran.code = results.some(fails) ? 1 : 0;
			ran.output =
				format === 'json'
					? printJson(results)
					: [
							printText(results),
							printWalkModels(DETOURS_COMPARED.map((detour) => walkModel(facts, detour))),
							printCarModel(carModel(facts))
						].join('\n');
		});
	try {
		await carryOut(command, args, (text) => (ran.output += text));
		return ran;
	} catch (cause) {
		const message = cause instanceof Error ? cause.message : String(cause);
		return { code: 2, output: '', error: `check:figures: ${inOneLine(message)}\n` };
	}
}
