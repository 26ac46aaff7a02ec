/** What files of Office have to be so that programs open them without repair: read by our own rules. */
import { strFromU8, unzipSync } from 'fflate';
import sax from 'sax';

export interface XmlNode {
	name: string;
	attributes: Readonly<Record<string, string>>;
	children: XmlNode[];
	text: string;
}

/** A part as a tree; throws where it is no well-formed XML. */
export function parseXml(text: string): XmlNode {
	const root: XmlNode = { name: '', attributes: {}, children: [], text: '' };
	const open = [root];
	const parser = sax.parser(true);
	parser.onerror = (fault) => {
		throw fault;
	};
	parser.onopentag = ({ name, attributes }) => {
		const node = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
		open.at(-1)?.children.push(node);
		open.push(node);
	};
	parser.onclosetag = () => void open.pop();
	parser.ontext = (piece) => {
		const node = open.at(-1);
		if (node) node.text += piece;
	};
	parser.write(text).close();
	const [node] = root.children;
	if (!node) throw new Error('no element');
	return node;
}

/** Every node of a tree. */
export const nodesOf = (node: XmlNode): XmlNode[] => [node, ...node.children.flatMap(nodesOf)];

/** The parts of a file of Office by their paths; pictures are left as bytes. */
export const partsOf = (file: Uint8Array): Map<string, Uint8Array> =>
	new Map(Object.entries(unzipSync(file)));

const isXml = (path: string) => /\.(xml|rels)$/.test(path);

/** In what order children stand: those named here, before all that isn't. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
	worksheet: [
		'sheetPr',
		'dimension',
		'sheetViews',
		'sheetFormatPr',
		'cols',
		'sheetData',
		'autoFilter',
		'mergeCells',
		'conditionalFormatting',
		'dataValidations',
		'hyperlinks',
		'printOptions',
		'pageMargins',
		'pageSetup',
		'headerFooter',
		'drawing',
		'tableParts'
	],
	'p:sld': ['p:cSld', 'p:clrMapOvr', 'p:transition', 'p:timing'],
	'p:sp': ['p:nvSpPr', 'p:spPr', 'p:style', 'p:txBody'],
	'p:grpSp': ['p:nvGrpSpPr', 'p:grpSpPr'],
	'p:graphicFrame': ['p:nvGraphicFramePr', 'p:xfrm', 'a:graphic'],
	'p:spPr': [
		'a:xfrm',
		'a:custGeom',
		'a:prstGeom',
		'a:noFill',
		'a:solidFill',
		'a:pattFill',
		'a:ln',
		'a:effectLst'
	],
	'p:txBody': ['a:bodyPr', 'a:lstStyle', 'a:p'],
	'a:p': ['a:pPr'],
	'a:r': ['a:rPr', 'a:t'],
	'a:tbl': ['a:tblPr', 'a:tblGrid', 'a:tr'],
	'a:tc': ['a:txBody', 'a:tcPr'],
	'a:tcPr': ['a:lnL', 'a:lnR', 'a:lnT', 'a:lnB', 'a:noFill', 'a:solidFill'],
	'w:p': ['w:pPr'],
	'w:r': ['w:rPr'],
	'w:tbl': ['w:tblPr', 'w:tblGrid', 'w:tr'],
	'w:tr': ['w:trPr', 'w:tc'],
	'w:tc': ['w:tcPr', 'w:p'],
	'w:pPr': [
		'w:pStyle',
		'w:keepNext',
		'w:keepLines',
		'w:pageBreakBefore',
		'w:numPr',
		'w:shd',
		'w:tabs',
		'w:spacing',
		'w:ind',
		'w:jc',
		'w:outlineLvl',
		'w:rPr',
		'w:sectPr'
	],
	'w:tblPr': [
		'w:tblStyle',
		'w:tblW',
		'w:jc',
		'w:tblInd',
		'w:tblBorders',
		'w:shd',
		'w:tblLayout',
		'w:tblCellMar',
		'w:tblLook'
	],
	'w:tcPr': ['w:tcW', 'w:gridSpan', 'w:vMerge', 'w:tcBorders', 'w:shd', 'w:tcMar', 'w:vAlign']
};

/** What is wrong with a file of Office, in sentences; none is a file that opens. */
export function problemsOf(file: Uint8Array): string[] {
	const parts = partsOf(file);
	const problems: string[] = [];
	const trees = new Map<string, XmlNode>();
	for (const [path, bytes] of parts) {
		if (!isXml(path)) continue;
		try {
			trees.set(path, parseXml(strFromU8(bytes)));
		} catch (fault) {
			problems.push(`${path} is no XML: ${String(fault)}`);
		}
	}
	problems.push(...typesMissing(parts, trees));
	for (const [path, tree] of trees) {
		if (path.endsWith('.rels')) problems.push(...relationsWrong(path, tree, parts));
		problems.push(...idsWrong(path, tree, trees), ...orderWrong(path, tree));
	}
	return problems;
}

/** Parts without a type of content, and types of parts that are not there. */
function typesMissing(parts: Map<string, unknown>, trees: Map<string, XmlNode>): string[] {
	const types = trees.get('[Content_Types].xml');
	if (!types) return ['there is no [Content_Types].xml'];
	const of = (name: string, key: string) =>
		types.children.filter((node) => node.name === name).map(({ attributes }) => attributes[key]);
	const overrides = of('Override', 'PartName');
	const endings = of('Default', 'Extension');
	return [
		...[...parts.keys()]
			.filter((path) => path !== '[Content_Types].xml' && !path.endsWith('/'))
			.filter(
				(path) => !overrides.includes(`/${path}`) && !endings.includes(path.split('.').at(-1))
			)
			.map((path) => `${path} has no type of content`),
		...overrides
			.filter((path) => !parts.has((path ?? '').slice(1)))
			.map((path) => `a type of content is told of ${path ?? ''}, which is not there`),
		...twice(overrides.map(String)).map((path) => `${path} has two types of content`)
	];
}

/** Where the relationships of a part lead. */
function relationsWrong(path: string, tree: XmlNode, parts: Map<string, unknown>): string[] {
	const folder = path.split('/').slice(0, -2).join('/');
	return tree.children.flatMap(({ attributes }) => {
		if (attributes.TargetMode === 'External') return [];
		const target = attributes.Target ?? '';
		const { pathname } = new URL(target, `http://x/${folder}/`);
		return parts.has(decodeURIComponent(pathname.replace(/^\/+/, '')))
			? []
			: [`${path} leads to ${target}, which is not there`];
	});
}

/** Where the relationships of a part stand. */
const relationsOf = (path: string): string => {
	const at = path.lastIndexOf('/') + 1;
	return `${path.slice(0, at)}_rels/${path.slice(at)}.rels`;
};

/** Ids that stand twice, and relationships that are named and not there. */
function idsWrong(path: string, tree: XmlNode, trees: Map<string, XmlNode>): string[] {
	const nodes = nodesOf(tree);
	const ids = path.endsWith('.rels')
		? tree.children.map(({ attributes }) => attributes.Id ?? '')
		: [];
	const drawn = nodes.filter(({ name }) => /^(wp:docPr|p:cNvPr)$/.test(name));
	const relations = trees.get(relationsOf(path));
	const known = relations?.children.map(({ attributes }) => attributes.Id) ?? [];
	const named = nodes.flatMap(({ attributes }) =>
		Object.entries(attributes).flatMap(([key, value]) =>
			/^r:(id|embed)$/.test(key) ? [value] : []
		)
	);
	return [
		...twice(ids).map((id) => `${path} has the relationship ${id} twice`),
		...twice(drawn.map(({ attributes }) => attributes.id ?? '')).map(
			(id) => `${path} has two drawings with the id ${id}`
		),
		...drawn
			.filter(({ name, attributes }) => name === 'wp:docPr' && !attributes.descr)
			.map(() => `${path} has a picture without a text in its place`),
		...named
			.filter((id) => !known.includes(id))
			.map((id) => `${path} names ${id}, which is not there`)
	];
}

function orderWrong(path: string, tree: XmlNode): string[] {
	return nodesOf(tree).flatMap(({ name, children }) => {
		const order = ORDER[name];
		if (!order) return [];
		const places = children.map((child) => {
			const at = order.indexOf(child.name);
			return at === -1 ? order.length : at;
		});
		return places.some((place, at) => place < (places[at - 1] ?? 0))
			? [
					`${path}: the children of ${name} stand as ${children.map((child) => child.name).join(', ')}`
				]
			: [];
	});
}

const twice = (items: readonly string[]): string[] => [
	...new Set(items.filter((item, at) => items.indexOf(item) !== at))
];
