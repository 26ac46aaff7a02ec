/** A whole map of uMap: its layers, each a collection of features. */
import type { Content } from '../content.ts';
import { isObject, list, object, type Json } from '../json.ts';
import { cellOf } from '../../../text/cells.ts';
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

/** Without how it is drawn. */
function withoutLook(feature: Json): Json {
	const properties = Object.entries(object(feature['properties']));
	return {
		...feature,
		properties: Object.fromEntries(
			properties.filter(([name]) => !/^_(umap_options|storage)/.test(name))
		)
	};
}
