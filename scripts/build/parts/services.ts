/** Parts of schools, practices, hospitals and maternity services: what is said of each. */
import { ordinaryCase } from '../../../src/lib/register/names.ts';
import type { Geodata } from '../../../src/lib/server/geodata.ts';
import {
	indexBy,
	numbers,
	optionalNumbers,
	optionalStrings,
	strings,
	type Table
} from '../../../src/lib/facts/table.ts';
import type { Confirmation } from '../../../src/lib/register/parts.ts';
import { assetsPart, type AssetRow } from './assets.ts';

export const schools = assetsPart({
	part: 'schools',
	datasets: ['schools'],
	// The type of establishment, in the register's words.
	notes: () => Promise.resolve(({ note }) => (note === null ? [] : [note]))
});

/** Family hubs and children's centres, with what lists each. */
export const familyHubs = assetsPart({
	part: 'family-hubs',
	datasets: ['family-hubs'],
	notes: () => Promise.resolve(({ note }) => (note === null ? [] : [note]))
});

export const hospitals = assetsPart({
	part: 'hospitals',
	datasets: ['hospitals'],
	capitals: true,
	notes: () =>
		Promise.resolve(({ detail, note }) => [
			...(detail === null ? [] : [`Of ${ordinaryCase(detail)}`]),
			...(note === null ? [] : [note])
		])
});

/** Practices with their list size and their network. */
export const gpPractices = assetsPart({
	part: 'gp-practices',
	datasets: ['gp-practice-sites'],
	capitals: true,
	notes: async (geodata) => {
		const practices = await geodata.table('gp-practices');
		const network = optionalStrings(practices, 'pcn_name');
		return practiceLookup(
			practices,
			(row): string[] => {
				const name = network[row];
				return name ? [`Network in 2022/23: ${ordinaryCase(name)}`] : [];
			},
			[]
		);
	},
	figures: {
		datasets: ['gp-practices'],
		read: async (geodata) => {
			const practices = await geodata.table('gp-practices');
			const patients = optionalNumbers(practices, 'patients');
			return { patients: practiceLookup(practices, (row) => patients[row] ?? null, null) };
		}
	}
});

/**
 * Read something about a practice by the code in its row of the register; `unknown` of a practice
 * that opened after the table of practices was read, which an imported register may have.
 */
function practiceLookup<T>(
	practices: Table,
	read: (row: number) => T,
	unknown: T
): (row: AssetRow) => T {
	const index = indexBy(practices, 'practice_code');
	return ({ detail }) => {
		const row = index.get(detail ?? '');
		return row === undefined ? unknown : read(row);
	};
}

/** People travel far for these: across the border to the next hospital. */
const MATERNITY_REACH_KM = 40;

const MATERNITY = {
	datasets: ['maternity-sites', 'maternity-sites-named'],
	completeInside: 'maternity-sites',
	reachKm: MATERNITY_REACH_KM,
	capitals: true,
	confirmed: {
		dataset: 'maternity-evidence',
		read: async (geodata: Geodata) => {
			const table = await geodata.table('maternity-evidence');
			const index = indexBy(table, 'id');
			const [dates, sources, words] = ['confirmed', 'source', 'quotation'].map((column) =>
				optionalStrings(table, column)
			);
			return ({ id }: AssetRow): Confirmation | null => {
				const at = index.get(id) ?? -1;
				const [date, source, quotation] = [dates?.[at], sources?.[at], words?.[at]];
				return date && source && quotation ? { date, source, quotation } : null;
			};
		}
	}
};

/** Of sites by their names, those that may be places of birth until somebody says that they are not. */
const NAMED_FOR_BIRTHS: ReadonlySet<string | null> = new Set(['birth-centre', 'department']);

/**
 * Places of birth, and sites whose name in the register mentions a department or a centre for births:
 * the register is no list of places of birth, so nothing counts there before it is confirmed.
 */
export const maternityUnits = assetsPart({
	...MATERNITY,
	part: 'maternity-units',
	keep: ({ kind, subkind }) =>
		kind === 'maternity-unit' || (kind === 'maternity-named-site' && NAMED_FOR_BIRTHS.has(subkind)),
	notes: async (geodata) => {
		const published = await publishedUnits(geodata);
		return (row) => [...(published(row)?.services ?? []), ...evidence(row)];
	},
	figures: {
		datasets: ['published-maternity-units'],
		read: async (geodata) => {
			const published = await publishedUnits(geodata);
			return { births: (row) => published(row)?.births ?? null };
		}
	}
});

/** Places of care before and after birth, without births. */
export const maternityHubs = assetsPart({
	...MATERNITY,
	part: 'maternity-hubs',
	keep: ({ kind, subkind }) =>
		kind === 'maternity-hub-or-clinic' || (kind === 'maternity-named-site' && subkind === 'clinic'),
	notes: () => Promise.resolve(evidence)
});

/** What the compiled list calls "ODS ets". */
const TRUST_SITES = 'the NHS register of trust sites';

/** What a row of the compiled list rests on, or the names that the register has at the place. */
function evidence({ source, note }: AssetRow): string[] {
	if (note === null) return [];
	// What confirms it, or does not, is said by itself.
	const [said = ''] = note.split('. Confirmed: ');
	return source === 'maternity-sites-named'
		? [`The NHS register names here: ${note.split(' ; ').map(ordinaryCase).join('; ')}`]
		: [(said.charAt(0).toUpperCase() + said.slice(1)).replaceAll('ODS ets', TRUST_SITES)];
}

/** Services in the words shown, by column of the published table. */
const SERVICES = {
	consultant_delivery_suite: 'consultant-led delivery suite',
	alongside_midwife_led_unit: 'midwife-led unit alongside',
	freestanding_birthing_unit: 'freestanding birthing unit',
	home_birth_service: 'home births',
	maternal_medicine_service: 'maternal medicine',
	fetal_medicine_centre: 'fetal medicine',
	paediatric_surgery: 'paediatric surgery'
} as const;

interface PublishedUnit {
	births: number;
	services: string[];
}

/**
 * The published units by the names of their hospital and town, both of which the name in
 * the register must hold ("&" is "and"). Nothing where none, or more than one, does.
 */
async function publishedUnits(
	geodata: Geodata
): Promise<(row: AssetRow) => PublishedUnit | undefined> {
	const table = await geodata.table('published-maternity-units');
	const [unit, town] = [strings(table, 'unit'), strings(table, 'town')];
	const births = numbers(table, 'births_2015_16');
	const level = numbers(table, 'neonatal_unit_level');
	const services = Object.entries(SERVICES).map(
		([column, words]) => [strings(table, column), words] as const
	);
	const plain = (name: string) => name.replaceAll('&', 'and').toLowerCase();
	return ({ kind, name }) => {
		if (kind !== 'maternity-unit') return undefined;
		const [row, ...others] = unit.flatMap((hospital, at) =>
			[hospital, town[at] ?? ''].every((word) => plain(name).includes(plain(word))) ? [at] : []
		);
		if (row === undefined || others.length > 0) return undefined;
		const there = services.flatMap(([values, words]) => {
			if (values[row] === 'no') return [];
			return values[row] === 'yes' ? [words] : [`${words} (${values[row]})`];
		});
		return {
			births: births[row] ?? NaN,
			services: [
				`Services as printed in the local document: ${there.join(', ')}; neonatal unit of level ${level[row]}`
			]
		};
	};
}
