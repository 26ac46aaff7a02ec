/** What the page of plus groups says of a region: words, worked out while pages are prerendered. */
import { numbersBy, optionalNumbers, strings, stringsBy } from '../facts/table.ts';
import type { RegionSummary } from '../facts/manifest.ts';
import {
	arrivalsSentence,
	gypsyTravellerRomaSentence,
	homelessnessSentences,
	type HomelessQuarter
} from '../indicators/plus-districts.ts';
import { WHO_ELSE, type WhoElse } from '../indicators/who-else.ts';
import { formatCount, formatMonth, formatQuantity } from '../text/format.ts';
import { formatDocumentDate } from '../text/document-date.ts';
import { openGeodata, type Geodata } from './geodata.ts';
import { layerSentences } from './layer-sentences.ts';
import { readPart } from './packs.ts';

export interface GroupSaid extends Omit<WhoElse, 'districts'> {
	/** What open data says of the region. */
	says: string[];
	/** The same of each district, one or two sentences. */
	districts: { name: string; says: string[]; note: string | null }[];
}

export interface WhoElseSaid {
	groups: GroupSaid[];
	/** What the region's documents promise for such groups, in sentences. */
	promises: string[];
}

/** What the plans ask for. */
export const PLAN_ACTIONS = 'published-plan-actions';
/** What is an action for plus groups, in the plans' own words. */
const FOR_GROUPS = /\b(plus|key) group\b/;

/** A district that some of the region's neighbourhoods lie in. */
interface District {
	code: string;
	name: string;
	/** Where not all of it is in the region. */
	note: string | null;
}

/** What is said of a region. */
export async function whoElse(region: RegionSummary): Promise<WhoElseSaid> {
	const geodata = openGeodata();
	const districts = await districtsOf(geodata, readPart(region, 'areas-2021').lsoa.codes);
	const ofDistrict = await sentencesOf(geodata);
	return {
		groups: WHO_ELSE.map((group): GroupSaid => {
			const { districts: kind } = group;
			return {
				...group,
				says: group.layer === null ? [] : layerSentences(region, group.layer),
				districts:
					kind === null
						? []
						: districts.map(({ code, name, note }) => ({
								name,
								says: ofDistrict[kind](code, name),
								note
							}))
			};
		}),
		promises: await promisesOf(geodata, region.documents)
	};
}

/** The districts of April 2024 that some neighbourhoods lie in, most of them first. */
async function districtsOf(geodata: Geodata, codes: readonly string[]): Promise<District[]> {
	const areas = await geodata.table('areas-lsoa21');
	const all = strings(areas, 'lad24');
	const called = strings(areas, 'lad24_name');
	const names = new Map(all.map((code, row) => [code, called[row] ?? code]));
	const district = stringsBy(areas, 'lsoa21', 'lad24');
	const count = (of: readonly string[]) => {
		const counts = new Map<string, number>();
		for (const code of of) counts.set(code, (counts.get(code) ?? 0) + 1);
		return counts;
	};
	const whole = count(all);
	const here = count(codes.flatMap((code) => district.get(code) ?? []));
	return [...here]
		.map(([code, some]): District => {
			const of = whole.get(code) ?? some;
			return {
				code,
				name: names.get(code) ?? code,
				note:
					some === of
						? null
						: `All of the district; ${formatCount(some)} of its ${formatQuantity(of, 'neighbourhood')} ${some === 1 ? 'is' : 'are'} in this region.`
			};
		})
		.sort((a, b) => (a.name < b.name ? -1 : 1));
}

type Sentences = (code: string, district: string) => string[];

/** The sentences of a district by kind of group. Throws on a district that a table has not. */
async function sentencesOf(
	geodata: Geodata
): Promise<Record<NonNullable<WhoElse['districts']>, Sentences>> {
	const arrivals = await geodata.table('arrivals-2021-lad24');
	const [residents, years2to5, under2] = ['residents', 'years_2_to_5', 'under_2_years'].map(
		(name) => numbersBy(arrivals, 'lad24', name)
	);
	const groups = await geodata.table('gypsy-traveller-roma-2021-lad24');
	const rows = new Map(strings(groups, 'lad24').map((code, row) => [code, row]));
	const [travellers, roma] = ['gypsy_or_irish_traveller', 'roma'].map((name) =>
		optionalNumbers(groups, name)
	);
	const homeless = await geodata.table('homelessness-2025-lad24');
	const quarters = new Map<string, HomelessQuarter[]>();
	const [owed, temporary, names] = [
		optionalNumbers(homeless, 'owed'),
		optionalNumbers(homeless, 'temporary'),
		strings(homeless, 'quarter')
	];
	strings(homeless, 'lad24').forEach((code, row) => {
		const of = quarters.get(code) ?? [];
		of.push({
			quarter: names[row] ?? '',
			owed: owed[row] ?? null,
			temporary: temporary[row] ?? null
		});
		quarters.set(code, of);
	});
	const rowOf = (code: string): number => {
		const row = rows.get(code);
		if (row === undefined) throw new Error(`gypsy-traveller-roma-2021-lad24 has no ${code}`);
		return row;
	};
	return {
		arrivals: (code, name) => {
			const two = under2?.get(code) ?? NaN;
			return [
				arrivalsSentence(name, {
					residents: residents?.get(code) ?? NaN,
					under5: two + (years2to5?.get(code) ?? NaN),
					under2: two
				})
			];
		},
		'gypsy-roma-traveller': (code, name) => {
			const row = rowOf(code);
			return [
				gypsyTravellerRomaSentence(name, {
					gypsyOrIrishTraveller: travellers?.[row] ?? null,
					roma: roma?.[row] ?? null
				})
			];
		},
		homelessness: (code, name) => homelessnessSentences(name, quarters.get(code) ?? [])
	};
}

/** What the documents of a region promise, each in a sentence with where it stands. */
async function promisesOf(geodata: Geodata, documents: readonly string[]): Promise<string[]> {
	const published = await geodata.table('published-documents');
	const titles = stringsBy(published, 'document_id', 'title');
	const dates = stringsBy(published, 'document_id', 'date');
	const actions = await geodata.table(PLAN_ACTIONS);
	const [ids, sections, said] = ['document_id', 'section', 'action'].map((name) =>
		strings(actions, name)
	);
	const due = actions.columns['by_when']?.values ?? [];
	return (ids ?? []).flatMap((id, row) => {
		if (!documents.includes(id) || !FOR_GROUPS.test(said?.[row] ?? '')) return [];
		const by = due[row];
		return `${titles.get(id) ?? id} (${formatDocumentDate(dates.get(id) ?? '')}), ${sections?.[row] ?? ''}: “${said?.[row] ?? ''}”${typeof by === 'string' ? `, by ${formatMonth(by)}` : ''}.`;
	});
}
