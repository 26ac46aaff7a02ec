/** The gaps of a region, and the evidence of one of its areas, as a paper. */
import type { AreaResult, GapsAnalysis } from '../gaps/answer.ts';
import { parametersOf } from '../gaps/download.ts';
import type { EvidenceRow } from '../gaps/evidence.ts';
import type { GapsList } from '../gaps/listed.ts';
import { answerLine } from '../gaps/question.ts';
import { areaSentence, placeWords } from '../gaps/sentences.ts';
import type { VariationsAnswer } from '../gaps/variations.ts';
import { LEVELS } from '../areas/region.ts';
import { sourcesById } from '../catalogue/notes.ts';
import { documentOf, type Column, type Document, type Table } from '../document/document.ts';
import { capitalise, formatList } from '../text/format.ts';
import { verdictWords } from '../view/gaps-view.ts';
import { actionsTable, firstRows } from './paper.ts';
import { saidOf, type Said } from './said.ts';

/** What the page shows of its answer. */
export interface GapsShown {
	analysis: GapsAnalysis;
	/** What would change the answer; null while it is not known. */
	answer: VariationsAnswer | null;
	list: GapsList;
	chosen: AreaResult | null;
	/** Of the chosen area: the evidence, and what would change its place. */
	evidence: readonly EvidenceRow[];
	flips: readonly string[];
}

/** What was asked that a reader of the paper has to know, in the order of the question. */
const ASKED = {
	need: 'Need',
	bar: 'What counts as high need',
	provision: 'What is counted',
	measure: 'How it is measured',
	rule: 'The rule',
	edition: 'Deprivation'
} as const;

/** A paper on the gaps, or on the area that is chosen among them. */
export function gapsPaper(shown: GapsShown, { sources, owner, ...said }: Said): Document {
	const { analysis, answer, chosen, flips } = shown;
	const asked = parametersOf(analysis);
	const title = chosen
		? `${placeWords(chosen)}: need and what is near`
		: `Where are the gaps? ${analysis.regionName}`;
	return {
		...documentOf(title, { columns: [], rows: [] }, { ...saidOf(said), owner }),
		sentences: [
			...(chosen
				? [
						`What we found here: ${verdictWords(chosen, answer)}.`,
						areaSentence(chosen, analysis),
						...flips
					]
				: []),
			answerLine(analysis, answer)
		],
		asked: Object.entries(ASKED).map(([key, label]) => ({
			label,
			value: asked[key as keyof typeof ASKED]
		})),
		sources: sourcesById(analysis.datasets, sources),
		notes: [
			...analysis.caveats,
			'A gap is a place to look at, not proof that nothing is there: our lists may miss some.'
		],
		tables: [...evidenceTable(shown), firstRows(listTable(shown)), actionsTable()]
	};
}

function evidenceTable({ chosen, evidence }: GapsShown): Table[] {
	if (!chosen) return [];
	return [
		{
			title: `The evidence for ${chosen.name}`,
			columns: [
				{ label: 'What' },
				{ label: 'Figure' },
				{ label: 'What it is held against, or what to mind' }
			],
			rows: evidence.map(({ label, value, note }) => [label, value, note ?? ''])
		}
	];
}

function listTable({ analysis, list }: GapsShown): Table {
	const { one, many } = LEVELS[analysis.units.level];
	const hasDistricts = list.rows.some(({ districts }) => districts.length > 0);
	const columns: Column[] = [
		...(analysis.ranked ? [{ label: 'Place in the list', isFigure: true as const }] : []),
		{ label: capitalise(one) },
		...(hasDistricts ? [{ label: 'District' }] : []),
		{ label: list.titles.people, isFigure: true },
		{ label: list.titles.near, isFigure: true },
		{ label: 'A gap in so many of the changes tested', isFigure: true }
	];
	return {
		title: `The ${many} found`,
		columns,
		rows: list.rows.map(({ place, name, districts, peopleText, near, sure }) => [
			...(analysis.ranked ? [place] : []),
			name,
			...(hasDistricts ? [formatList(districts)] : []),
			peopleText,
			near,
			sure ?? 'Not tested'
		]),
		notes: analysis.ranked
			? []
			: ['The lists of places differ by district, so the order is only rough.']
	};
}
