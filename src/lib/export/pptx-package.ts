/**
 * What the library that writes slides leaves to be done: groups with a text for those who do not see
 * them, numbers of shapes that are each there once, heading rows, the pattern of no data, our colours
 * in the theme, and no trace of the clock.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { NO_DATA } from './pptx-map.ts';
import { escapeXml } from '../text/xml.ts';

/** Shapes whose names begin with a group's are put together as one object with a name and a text. */
export interface Group {
	/** What the names of its shapes begin with. */
	prefix: string;
	name: string;
	/** What it shows, in words. */
	alt: string;
}

/** Colours of a theme, which a person may change for all slides at once. */
const THEME: Readonly<Record<string, string>> = {
	dk2: '17171F',
	accent1: '4A2FA8',
	accent2: 'FFAB00',
	accent3: '00695C',
	accent4: 'B3261E',
	accent5: '0B4F9E',
	accent6: '6D6A85'
};
/** Files of Office begin at the day that the format of archives can tell first. */
const EPOCH = new Date(1980, 0, 1);

/** The file again, put right; `day` in ISO is when it says that it was made. */
export function putRight(
	file: Uint8Array,
	groups: ReadonlyMap<number, readonly Group[]>,
	day: string
): Uint8Array<ArrayBuffer> {
	const parts: Record<string, Uint8Array> = {};
	const found = unzipSync(file);
	for (const [path, bytes] of Object.entries(found)) {
		if (path.endsWith('/')) continue;
		const slide = /^ppt\/slides\/slide(\d+)\.xml$/.exec(path);
		if (slide) {
			parts[path] = strToU8(slideRight(strFromU8(bytes), groups.get(Number(slide[1])) ?? []));
		} else if (path === 'docProps/core.xml') {
			const dated = strFromU8(bytes).replace(/(W3CDTF">)[^<]*/g, `$1${day}T00:00:00Z`);
			parts[path] = strToU8(dated);
		} else if (/^ppt\/theme\/theme\d+\.xml$/.test(path)) {
			parts[path] = strToU8(themed(strFromU8(bytes)));
		} else if (path === '[Content_Types].xml') {
			// The library tells of a master a slide, and writes one: PowerPoint calls that a fault.
			const listed = strFromU8(bytes).replace(
				/<Override PartName="\/([^"]*)"[^>]*\/>/g,
				(all, part: string) => (part in found ? all : '')
			);
			parts[path] = strToU8(listed);
		} else parts[path] = bytes;
	}
	return zipSync(parts, { level: 9, mtime: EPOCH }) as Uint8Array<ArrayBuffer>;
}

function themed(xml: string): string {
	let made = xml;
	for (const [name, colour] of Object.entries(THEME)) {
		made = made.replace(
			new RegExp(`(<a:${name}><a:srgbClr val=")[0-9A-F]{6}`),
			(_, before: string) => `${before}${colour}`
		);
	}
	return made;
}

const SOLID = `<a:solidFill><a:srgbClr val="${NO_DATA}"/></a:solidFill>`;
const SOLID_LONG = `<a:solidFill><a:srgbClr val="${NO_DATA}"></a:srgbClr></a:solidFill>`;
const PATTERN = `<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="6F6D66"/></a:fgClr><a:bgClr><a:srgbClr val="${NO_DATA}"/></a:bgClr></a:pattFill>`;

function slideRight(xml: string, groups: readonly Group[]): string {
	let made = xml.replaceAll(SOLID, PATTERN).replaceAll(SOLID_LONG, PATTERN);
	made = made.replaceAll('<a:tblPr/>', '<a:tblPr firstRow="1"/>');
	for (const group of groups) made = grouped(made, group);
	// The tree of shapes itself is number 1.
	let number = 1;
	return made.replace(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${number++}"`);
}

/** The shapes and tables of a slide, in their order. */
const OBJECT = /<p:(sp|cxnSp|pic|graphicFrame)>[\s\S]*?<\/p:\1>/g;
const PLACE = /<a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"\/>/;

/** Puts the shapes of a group into one object; a table alone gets its text. */
function grouped(xml: string, { prefix, name, alt }: Group): string {
	const own = [...xml.matchAll(OBJECT)].filter(([object]) =>
		object.includes(` name="${escapeXml(prefix)}`)
	);
	const [first] = own;
	const last = own.at(-1);
	if (!first || !last) return xml;
	const objects = own.map(([object]) => object.replace(` name="${escapeXml(prefix)}`, ' name="'));
	const described = `name="${escapeXml(name)}" descr="${escapeXml(alt)}"`;
	const start = first.index;
	const end = last.index + last[0].length;
	if (own.length === 1 && first[1] === 'graphicFrame') {
		const [object = ''] = objects;
		return xml.slice(0, start) + object.replace(/ name="[^"]*"/, ` ${described}`) + xml.slice(end);
	}
	const edges = objects.flatMap((object) => {
		const found = PLACE.exec(object);
		if (!found) return [];
		const [x = 0, y = 0, width = 0, height = 0] = found.slice(1).map(Number);
		return [[x, y, x + width, y + height] as const];
	});
	const [left, top] = [Math.min(...edges.map(([x]) => x)), Math.min(...edges.map(([, y]) => y))];
	const [right, bottom] = [
		Math.max(...edges.map(([, , x]) => x)),
		Math.max(...edges.map(([, , , y]) => y))
	];
	const size = `x="${left}" y="${top}"`;
	const extent = `cx="${right - left}" cy="${bottom - top}"`;
	return [
		xml.slice(0, start),
		`<p:grpSp><p:nvGrpSpPr><p:cNvPr id="0" ${described}/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>`,
		`<p:grpSpPr><a:xfrm><a:off ${size}/><a:ext ${extent}/><a:chOff ${size}/><a:chExt ${extent}/></a:xfrm></p:grpSpPr>`,
		...objects,
		'</p:grpSp>',
		xml.slice(end)
	].join('');
}
