import type { NamedService, NamedServicesPart } from '../../../src/lib/register/named-services.ts';
import type { DocumentArea } from '../../../src/lib/published/spec.ts';
import { readPrinted } from '../../../src/lib/server/printed.ts';
import { strings, stringsBy } from '../../../src/lib/facts/table.ts';
import { wordsOf } from '../../../src/lib/text/words.ts';
import type { PartBuilder, PartContext } from '../part.ts';

const SERVICES = 'published-named-services';
const DOCUMENTS = 'published-documents';

/** What to call now stands above all else on a page, and nobody has to confirm it. */
const HELP_NOW = 'help now';

/**
 * The services that the documents of a region name, in the order of the table, each with the region's
 * districts that it is for. Throws where nobody has written down which area the document means.
 */
export const namedServicesPart: PartBuilder<NamedServicesPart> = {
	part: 'named-services',
	async build(context): Promise<NamedServicesPart> {
		const { geodata, region } = context;
		const table = await geodata.table(SERVICES);
		const documents = await geodata.table(DOCUMENTS);
		const of = (name: string) => stringsBy(documents, 'document_id', name);
		const [titles, publishers, dates] = [of('title'), of('publisher'), of('date')];
		const column = (name: string) => strings(table, name);
		const [names, ids, sections] = [column('name'), column('document_id'), column('section')];
		const [areas, what, kinds] = [column('area'), column('what'), column('kind')];
		const { areas: known, spelledOut } = readPrinted(geodata);
		return {
			kind: 'named-services',
			part: 'named-services',
			datasets: [SERVICES, DOCUMENTS],
			services: names.flatMap((printed, row): NamedService[] => {
				const document = ids[row] ?? '';
				if (!region.documents.includes(document) || kinds[row] === HELP_NOW) return [];
				const area = known.find(({ name }) => name === areas[row]);
				if (!area) {
					throw new Error(
						`geodata/printed.json, areas: “${areas[row] ?? ''}” is missing, which ${SERVICES} says that “${printed}” is for`
					);
				}
				const districts = districtsIn(context, area);
				if (districts?.length === 0) return [];
				return [
					{
						id: `named-${wordsOf(printed).join('-')}`,
						name: spelledOut[printed] ?? printed,
						what: what[row] ?? '',
						area: area.name,
						areaCode: area.code,
						districts,
						kind: kinds[row] ?? '',
						document: titles.get(document) ?? document,
						publisher: publishers.get(document) ?? '',
						section: sections[row] ?? '',
						dated: dates.get(document) ?? ''
					}
				];
			})
		};
	}
};

/** The region's districts that have a neighbourhood in an area; null where that is not known. */
function districtsIn(
	{ region, selection }: PartContext,
	{ within }: DocumentArea
): string[] | null {
	if (within === null) return null;
	const selected = selection['2021'];
	const districts = selected.listed(region.districts.vintage);
	if (within === 'england') return [...new Set(districts)].sort();
	const codes = new Set(within.codes);
	const of = selected.listed(within.vintage);
	return [...new Set(districts.filter((_, at) => codes.has(of[at] ?? '')))].sort();
}
