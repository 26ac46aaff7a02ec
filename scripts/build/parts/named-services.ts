import type { NamedServicesPart } from '../../../src/lib/register/named-services.ts';
import { strings, stringsBy } from '../../../src/lib/facts/table.ts';
import { wordsOf } from '../../../src/lib/text/words.ts';
import type { PartBuilder } from '../part.ts';

const SERVICES = 'published-named-services';
const DOCUMENTS = 'published-documents';

/** The services that the documents of a region name, in the order of the table. */
export const namedServicesPart: PartBuilder<NamedServicesPart> = {
	part: 'named-services',
	async build({ geodata, region }): Promise<NamedServicesPart> {
		const table = await geodata.table(SERVICES);
		const documents = await geodata.table(DOCUMENTS);
		const titles = stringsBy(documents, 'document_id', 'title');
		const dates = stringsBy(documents, 'document_id', 'date');
		const column = (name: string) => strings(table, name);
		const [names, ids, sections] = [column('name'), column('document_id'), column('section')];
		const [areas, what, kinds] = [column('area'), column('what'), column('kind')];
		return {
			kind: 'named-services',
			part: 'named-services',
			datasets: [SERVICES, DOCUMENTS],
			services: names.flatMap((name, row) => {
				const document = ids[row] ?? '';
				if (!region.documents.includes(document)) return [];
				return {
					id: `named-${wordsOf(name).join('-')}`,
					name,
					what: what[row] ?? '',
					area: areas[row] ?? '',
					kind: kinds[row] ?? '',
					document: titles.get(document) ?? document,
					section: sections[row] ?? '',
					dated: dates.get(document) ?? ''
				};
			})
		};
	}
};
