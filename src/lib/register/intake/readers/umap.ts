/** A whole map of uMap: its layers, each a collection of features. */
import type { Content } from '../content.ts';
import { isObject, list, object, type Json } from '../json.ts';
import { cellOf } from '../../../text/cells.ts';
import { LIMITS } from '../limits.ts';
import type { ImportTable } from '../table.ts';
import { tableOfFeatures } from './features.ts';
import { DEGREES } from './grids.ts';

export const recognises = (json: unknown): boolean =>
	isObject(json) && json['type'] === 'umap' && Array.isArray(json['layers']);

export function parse({ json }: Content): ImportTable {
	const layers: string[] = [];
	const features = list(object(json)['layers']).flatMap((layer) => {
		const name = cellOf(object(layer['_umap_options'] ?? layer['_storage'])['name']);
		const found = list(layer['features']);
		found.forEach(() => layers.push(name));
		return found.map(withoutLook);
	});
	return tableOfFeatures(features, { grid: DEGREES, layers, what: 'This uMap' });
}

/** A description without the marks of uMap: bold and slanted words, headings, links and pictures. */
function plainDescription(text: string): string {
	return text
		.slice(0, LIMITS.cell)
		.replace(/\{\{\{?[^{}]{0,500}\}?\}\}/g, '')
		.replace(/\[\[([^\]|]{1,500})\|([^\]|]{1,500})\]\]/g, '$2: $1')
		.replace(/\[\[([^\]|]{1,500})\]\]/g, '$1')
		.replace(/^#{1,3}\s*/gm, '')
		.replace(/\*{1,2}([^*\n]{1,500})\*{1,2}/g, '$1')
		.replace(/^-{3,}$/gm, '')
		.trim();
}

/** Without how it is drawn. */
function withoutLook(feature: Json): Json {
	const properties = Object.entries(object(feature['properties']));
	return {
		...feature,
		properties: Object.fromEntries(
			properties
				.filter(([name]) => !/^_(umap_options|storage)/.test(name))
				.map(([name, value]) => [
					name,
					name === 'description' && typeof value === 'string' ? plainDescription(value) : value
				])
		)
	};
}
