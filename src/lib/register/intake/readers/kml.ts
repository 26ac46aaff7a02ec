/** KML, plain or packed with its pictures (KMZ): a row a placemark, with its folder where there are several. */
import { kmlWithFolders, type Folder, type Root } from '@tmcw/togeojson';
import type { Document } from '@xmldom/xmldom';
import { isArchive, unpack, type Room } from '../archive.ts';
import type { Content, ParseOptions } from '../content.ts';
import { decodeText } from '../decode.ts';
import { ImportError } from '../import-error.ts';
import { object, type Json } from '../json.ts';
import type { ImportTable } from '../table.ts';
import { cellOf } from '../../../text/cells.ts';
import { plainText, tableRows } from '../../../text/markup.ts';
import { tableOfFeatures } from './features.ts';
import { DEGREES } from './grids.ts';
import { xmlDocument } from './xml.ts';

export const isKml = (name: string): boolean => /\.kml$/i.test(name);

export function parse({ bytes, text }: Content, { room }: ParseOptions = {}): ImportTable {
	const kml = isArchive(bytes) ? unpacked(bytes, room) : (text ?? '');
	const features: Json[] = [];
	const layers: string[] = [];
	const walk = (folder: Root | Folder, layer: string) => {
		for (const child of folder.children) {
			if (child.type === 'folder') walk(child, String(child.meta['name'] ?? layer));
			else {
				features.push(withoutLook(child as unknown as Json));
				layers.push(layer);
			}
		}
	};
	const document = xmlDocument(kml, 'This KML');
	refuseNested(document);
	evenOut(document);
	walk(kmlWithFolders(document, { skipNullGeometry: false }), '');
	if (features.every(({ geometry }) => !geometry) && /<NetworkLink\b/i.test(kml)) {
		throw new ImportError(
			'This KML holds no places: it only says where a program can fetch them (a network link).',
			'Open it in the mapping program, and save the places themselves as KML or GeoJSON.'
		);
	}
	return tableOfFeatures(features, {
		grid: DEGREES,
		layers,
		lineWord: 'placemark',
		what: 'This KML'
	});
}

/**
 * Refuse placemarks within placemarks, which are no KML: what is in the innermost would be gone
 * through once for each around it. Throws ImportError.
 */
function refuseNested(document: Document): void {
	for (const mark of document.getElementsByTagName(MARK)) {
		for (let around = mark.parentNode; around; around = around.parentNode) {
			if (around.nodeName !== MARK) continue;
			throw new ImportError(
				'This KML is broken: a placemark stands within another.',
				'Open it in the mapping program, and export it again.'
			);
		}
	}
}
const MARK = 'Placemark';

/**
 * Leave one space where positions are divided by many: what reads them would take the square of their
 * number. Entities may have made them, so that they are looked for in the document, not in its text.
 * A position is two or three numbers, and no more of them are made.
 */
function evenOut(document: Document): void {
	for (const one of [...document.getElementsByTagName('coordinates')]) {
		const text = one.textContent ?? '';
		if (one.childNodes.length > MOST_PIECES || MANY_NUMBERS.test(text)) throw noPositions();
		if (MANY_SPACES.test(text)) one.textContent = text.replace(/\s+/g, ' ');
	}
	// Those of a track, each by itself.
	for (const one of document.getElementsByTagNameNS('*', 'coord')) {
		if ((one.textContent ?? '').length > LONGEST_POSITION) throw noPositions();
	}
}
const MANY_SPACES = /\s{20}/;
const MANY_NUMBERS = /(?:,[^\s,]*){20}/;
const LONGEST_POSITION = 1_000;
/** Texts and the like that one list of positions may be in. */
const MOST_PIECES = 1_000;

const noPositions = () =>
	new ImportError(
		'This KML is broken: what should be positions holds other things.',
		'Open it in the mapping program, and export it again.'
	);

/** Properties that say how a placemark looks, and not what it is. */
const LOOK =
	/^(styleUrl|styleHash|styleMapHash|icon|icon-.*|label-.*|stroke|stroke-.*|fill|fill-.*|visibility|tessellate|extrude|altitudeMode|drawOrder|begin|end)$/;

function withoutLook(feature: Json): Json {
	const properties = object(feature['properties']);
	const kept = Object.fromEntries(Object.entries(properties).filter(([name]) => !LOOK.test(name)));
	if (repeats(kept['description'], kept)) delete kept['description'];
	return { ...feature, properties: { ...tabled(kept['description']), ...kept } };
}

/** Whether a description says over again what the properties say, a line each, as My Maps writes it. */
function repeats(description: unknown, properties: Json): boolean {
	const html = object(description)['value'] ?? description;
	if (typeof html !== 'string') return false;
	const plain = (text: string) => plainText(text).replace(/\s+/g, ' ').trim();
	const lines = html.split(/<br\s*\/?>|\n/i).map(plain);
	const said = new Set(
		Object.entries(properties).map(([name, value]) => plain(`${name}: ${cellOf(value)}`))
	);
	return lines.length > 1 && lines.every((line) => line === '' || said.has(line));
}

/** What a description says in a table of two columns, as ArcGIS and Google Earth write it. */
function tabled(description: unknown): Json {
	const html = object(description)['value'];
	if (typeof html !== 'string') return {};
	const pairs = tableRows(html).flatMap(([name = '', value = '', ...more]) =>
		more.length === 0 && name !== '' && name.length <= 60 ? [[name, value] as const] : []
	);
	return pairs.length > 1 ? Object.fromEntries(pairs) : {};
}

/** The first KML of a KMZ is the one that is shown. */
function unpacked(bytes: Uint8Array, room?: Room): string {
	const broken = () =>
		new ImportError(
			'This KMZ is damaged: it cannot be unpacked.',
			'Export it again, or save it as KML.'
		);
	const bomb = (what: string) =>
		new ImportError(`This KMZ ${what}, far more than a list of places needs.`, 'Save it as KML.');
	const [first] = unpack(bytes, isKml, { bomb, broken }, room).values();
	if (first === undefined) throw broken();
	return decodeText(first).text;
}
