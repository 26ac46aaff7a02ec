/**
 * Hostile texts: 20,000 characters made to keep an expression busy, put before everything that
 * reads what a person typed, pasted or linked to, or what a publisher's feed says. A new reader
 * of strangers' texts needs a line in {@link TEXT_READERS}; ESLint holds each expression by itself
 * (`regexp/no-super-linear-*`), this holds what is made of them.
 */
import { Row } from '../assets/rows.ts';
import { joinAddress, webAddress } from '../assets/asset-table.ts';
import { dateOf } from '../assets/readers/companies-house.ts';
import { readReach } from '../../src/lib/gaps/request.ts';
import { readBounds } from '../../src/lib/indicators/classes.ts';
import { readBaseline } from '../../src/lib/news/baseline.ts';
import { readPostcode } from '../../src/lib/postcodes/postcode.ts';
import { postcodesIn } from '../../src/lib/postcodes/postcodes-in.ts';
import { plainWords } from '../../src/lib/register/intake/columns.ts';
import { readAngle, readPair } from '../../src/lib/register/intake/coordinates.ts';
import { headingScore, readHeading } from '../../src/lib/register/intake/headings.ts';
import { locatorIn } from '../../src/lib/register/intake/locators.ts';
import { readColumns } from '../../src/lib/register/intake/recognise.ts';
import { readTable } from '../../src/lib/register/intake/formats.ts';
import { bring, bytesOf } from '../../src/lib/register/intake/fixture.ts';
import { sharedText } from '../../src/lib/register/intake/fixture-spreadsheet.ts';
import { readKind } from '../../src/lib/register/intake/kind-words.ts';
import { mayBeAHome, personalColumns, privacyOf } from '../../src/lib/register/intake/privacy.ts';
import { readRemembered } from '../../src/lib/register/intake/remembered.ts';
import {
	readCoordinate,
	readDay,
	readUrl,
	readYesNo,
	saysNone,
	tidy
} from '../../src/lib/register/intake/values.ts';
import { LIMITS } from '../../src/lib/register/intake/limits.ts';
import { rootOf } from '../../src/lib/register/intake/look.ts';
import { nameOther, namePacked, nameXml } from '../../src/lib/register/intake/not-read.ts';
import { csv, gpx, kml, THREE, zipOf } from '../../src/lib/register/intake/readers/fixture.ts';
import { gridNamed } from '../../src/lib/register/intake/readers/grids.ts';
import { nounOf } from '../../src/lib/register/intake/readers/linked.ts';
import { scheduleWords } from '../../src/lib/register/intake/readers/schedule-words.ts';
import { missingOfShapefile } from '../../src/lib/register/intake/readers/shapefile.ts';
import { separatorOf } from '../../src/lib/register/intake/separators.ts';
import { scanXml } from '../../src/lib/register/intake/xml-scan.ts';
import { ASSET_FIELDS } from '../../src/lib/register/asset.ts';
import type { LinkRecord } from '../../src/lib/register/linkage/link-record.ts';
import { pairWeight } from '../../src/lib/register/linkage/pair-weight.ts';
import { addressKey, nameKey } from '../../src/lib/register/linkage/name-key.ts';
import { refuseNames } from '../../src/lib/register/rounds/read-answers.ts';
import { readRound } from '../../src/lib/register/rounds/round.ts';
import { readSessionText } from '../../src/lib/register/rounds/session-sheet.ts';
import { readTeam } from '../../src/lib/register/rounds/teams.ts';
import { ordinaryCase } from '../../src/lib/register/names.ts';
import { openingLines } from '../../src/lib/register/opening-times.ts';
import { isSensitive } from '../../src/lib/register/sensitive.ts';
import { kindOfTerm, ownTerm } from '../../src/lib/register/taxonomy.ts';
import { createSearch } from '../../src/lib/search/search.ts';
import { guarded, withoutGuard } from '../../src/lib/text/cells.ts';
import { readContact } from '../../src/lib/text/contact.ts';
import {
	inOneLine,
	looksLikeEmail,
	withoutBetween,
	withoutEnding
} from '../../src/lib/text/scan.ts';
import { shapeOf } from '../../src/lib/text/json-shape.ts';
import { asItLooks } from '../../src/lib/text/look-alikes.ts';
import { isMarkup, linkIn, plainText, tableRows } from '../../src/lib/text/markup.ts';
import { mended, withWindowsSigns } from '../../src/lib/text/mojibake.ts';
import { visible } from '../../src/lib/text/visible.ts';
import { wordsOf } from '../../src/lib/text/words.ts';
import { ASSETS_CODEC } from '../../src/lib/url/assets-state.ts';
import { GAPS_CODEC } from '../../src/lib/url/gaps-state.ts';
import { MAP_CODEC } from '../../src/lib/url/map-state.ts';
import { SITING_CODEC } from '../../src/lib/url/siting-state.ts';
import type { Figure } from './figures.ts';

export const CHARACTERS = 20_000;

export const HOSTILE_BAR = {
	title: `any reader of ${CHARACTERS} hostile characters, by a core`,
	bar: 400,
	unit: 'ms'
} as const satisfies Pick<Figure, 'title' | 'bar' | 'unit'>;

/** Signs that expressions here look for, alone and as they stand together. */
const SIGNS = [
	...' \t\n\r(["“”<>@.,;:/\\%=&_-+?#!|0aAé',
	'\u0301',
	'\u200b',
	'\u2028',
	'A1',
	'A1 ',
	'a ',
	'1 ',
	'1 a ',
	'NR3 ',
	'NR3 1AA',
	' NR3 1AA.',
	'a@',
	'@.',
	'a.',
	'1.',
	'1,',
	'1 , ',
	'Mo-',
	'Mo , ',
	'Mo ',
	'st ',
	"O'S ",
	'aA',
	'<a',
	'<a ',
	'(a',
	'“a',
	'"a',
	'""',
	'__',
	'&#',
	'%2',
	'2026-',
	'http:'
];
/** What stands before and after, so that an expression begins well and ends badly. */
const ENDS: readonly (readonly [before: string, after: string])[] = [
	['', ''],
	['', '!'],
	['a', '\n'],
	['Mo ', '\n'],
	['1.2', 'x'],
	['NR3', '?'],
	['<a b="', '\u0000'],
	['a@b', ' ']
];

/** Texts of about so many characters. */
export function attacks(characters: number): string[] {
	return SIGNS.flatMap((sign) =>
		ENDS.map(([before, after]) => before + sign.repeat(characters / sign.length) + after)
	);
}

const LIMITS_OF_XML = { token: 1e6, depth: 64, tags: 1e6, attributes: 64, wideTags: 1e4 };
const record = (text: string): LinkRecord => ({
	id: text,
	kind: 'community-venue',
	name: text,
	address: text,
	postcode: text,
	longitude: 1,
	latitude: 52,
	charityNumber: text,
	companyNumber: text,
	source: 'yours',
	sourceDetail: null,
	firstSeen: null,
	lastSeen: null
});
const HEADINGS = Object.values(ASSET_FIELDS).map(({ column }) => column);
const search = createSearch([
	{
		found: { kind: 'layer', id: 'a' },
		name: 'Exampleton',
		code: 'X1',
		about: 'a town',
		note: '',
		group: 'Areas',
		order: 1
	}
]);
const quiet = (read: () => unknown) => {
	try {
		return read();
	} catch {
		// Refusing it is an answer.
		return null;
	}
};
const ignore = () => undefined;
/** A text as it stands between tags. */
const withoutXml = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\u0000', '');

/** Whatever takes a text of strangers. Each answers or refuses. */
export const TEXT_READERS: Readonly<Record<string, (text: string) => unknown>> = {
	'a postcode': (text) => [readPostcode(text), postcodesIn(text)],
	'words of a name': plainWords,
	'a baseline that was kept': (text) => {
		try {
			return readBaseline(text);
		} catch {
			return null;
		}
	},
	'a heading': (text) => [headingScore([text.slice(0, 60), text]), readHeading(text)],
	'columns by what stands in them': (text) => readColumns([text], [[text]]),
	'a position': (text) => [readPair(text), readAngle(text), locatorIn(text)],
	'a kind': readKind,
	'a cell': (text) => [tidy(text), saysNone(text), withoutGuard(text), guarded(text)],
	'a day': readDay,
	'yes or no': readYesNo,
	'a coordinate': readCoordinate,
	'a web address': (text) => [readUrl(text), webAddress(text)],
	'an e-mail address': looksLikeEmail,
	'a contact': readContact,
	'opening times': openingLines,
	'a place that must not be found': (text) =>
		isSensitive({ name: text, serves: text, note: text, address: text } as never),
	'a row that may be held back': (text) => {
		const { held, said } = privacyOf([text, 'address type']);
		return [held([text, text]), said([text, text], ['address', null]), mayBeAHome(text)];
	},
	'columns of people’s own': (text) => personalColumns([text], [[text]], [null]),
	'choices for files': readRemembered,
	'a round of checks': (text) => [readRound(text), readTeam(text), readSessionText(text)],
	'a heading for names': (text) => [refuseNames([text])],
	'a name for the linkage': (text) => nameKey(text, 'community-venue'),
	'an address for the linkage': addressKey,
	'two records': (text) => pairWeight(record(text), record(`${text} Hall`)),
	'a name in capitals': ordinaryCase,
	'a term of a taxonomy': (text) => [kindOfTerm(text), ownTerm(text)],
	'words to search for': wordsOf,
	'a search': search,
	'a link to a map': (text) => MAP_CODEC.read(`?area=${text}&layer=${text}&view=${text}`),
	'a link to the assets': (text) => ASSETS_CODEC.read(`?q=${text}&place=${text}`),
	'a link to the gaps': (text) => GAPS_CODEC.read(`?need=${text}&reach=${text}`),
	'a link to siting': (text) => SITING_CODEC.read(`?candidates=${text}`),
	'how far is near': readReach,
	'bounds of classes': readBounds,
	'markup of a description': (text) => withoutBetween(text, '<', '>'),
	'an ending': (text) => [withoutEnding(text, /[,\s]/), joinAddress(text, text)],
	'a message': inOneLine,
	XML: (text) => [
		scanXml(`<a>${text}`, LIMITS_OF_XML, ignore),
		scanXml(`<a ${text}`, LIMITS_OF_XML, ignore),
		rootOf(text)
	],
	'markup of a cell': (text) => [
		isMarkup(text),
		plainText(text),
		linkIn(` href="${text}`),
		tableRows(`<tr><td>${text}`)
	],
	'signs that nobody sees': (text) => [visible(text), asItLooks(text)],
	'signs that were read wrongly': (text) => [mended(text), withWindowsSigns(text)],
	'the sign between cells': separatorOf,
	'depth of JSON': (text) => shapeOf(text, LIMITS),
	'a file that is not read': (text) => [
		nameOther(text, bytesOf(text)),
		nameXml(text, `<${text}`, text),
		namePacked([text]),
		missingOfShapefile([text, `${text}.dbf`])
	],
	'a name of a table': nounOf,
	'a reference system': (text) => gridNamed(text),
	'a schedule': (text) =>
		scheduleWords({ byday: text, bymonthday: text, opens_at: text, interval: text, until: text }),
	"a cell of a publisher's table": (text) => {
		const row = new Row('table', 1, { cell: text });
		return [row.text('cell'), quiet(() => row.amount('cell')), quiet(() => row.day('cell'))];
	},
	'a date of companies': (text) => quiet(() => dateOf(text))
};

/** The same through whole files, which are read, checked and summed up. */
export const FILE_READERS: Readonly<Record<string, (text: string) => Promise<unknown>>> = {
	'a list with bullets': (text) =>
		readTable({ name: 'a.txt', bytes: bytesOf(`- ${text}, NR3 1AA\n- B, NR3 2AD ${text}`) }),
	'a paragraph for each place': (text) =>
		readTable({
			name: 'a.txt',
			bytes: bytesOf(`A\n${text}\nNR3 1AA\n\nB\nTel: ${text}\nNR3 2AD\n`)
		}),
	'a CSV file': (text) => readTable({ name: 'a.csv', bytes: bytesOf(text) }),
	'KML with a description': (text) => {
		const said = withoutXml(text);
		const [before, after] = kml(said).split('</kml>');
		return readTable({ name: 'a.kml', bytes: bytesOf(`${before}<!-- ${said} --></kml>${after}`) });
	},
	GPX: (text) => {
		const [place] = THREE;
		if (!place) throw new Error('no place');
		return readTable({
			name: 'a.gpx',
			bytes: bytesOf(gpx([{ ...place, name: withoutXml(text) }]))
		});
	},
	'a packed file with parts of such names': (text) =>
		readTable({ name: 'a.zip', bytes: zipOf({ [text]: csv(), [`${text}.csv`]: csv(';') }) }),
	'packed tables with such headings': (text) =>
		readTable({
			name: 'a.zip',
			bytes: zipOf({
				'places.csv': `id,name,${text}\n1,A,1\n`,
				'x.csv': `id,place id\n1,1\n${text}`
			})
		}),
	'a feature of OpenStreetMap': (text) =>
		readTable({
			name: 'a.json',
			bytes: bytesOf(
				JSON.stringify([
					{ '@id': 'node/1', 'addr:street': text, amenity: text, opening_hours: text }
				])
			)
		}),
	'a spreadsheet that shows a text in many cells': (text) => {
		const shown = withoutXml(text);
		return readTable({ name: 'a.xlsx', bytes: sharedText(shown, 100, 20) });
	},
	'a row of GeoJSON': async (text) => {
		const properties = Object.fromEntries(HEADINGS.map((heading) => [heading, text]));
		const feature = { type: 'Feature', geometry: null, properties };
		const session = await bring(
			JSON.stringify({ ...feature, properties: { ...properties, name: 'A' } }),
			'a.geojson'
		);
		return [session.summary(), session.page(null, 0, 10), session.leftovers()];
	},
	'a row placed by its text': async (text) => {
		const session = await bring(
			JSON.stringify({
				type: 'Feature',
				geometry: null,
				properties: {
					name: 'A',
					'lat long': text,
					address: `${text}, NR3 1AA`,
					postcode: `${text}, NR3 1AA`
				}
			}),
			'a.geojson'
		);
		return session.summary();
	},
	'a service of Open Referral': (text) =>
		bring(
			JSON.stringify([
				{
					id: '1',
					name: 'A',
					description: text,
					organization: { name: text },
					schedules: [{ byday: text }],
					service_at_locations: [{ location: { name: text } }]
				}
			]),
			'a.json'
		)
};

/** The slowest of all readers before the worst of all texts. */
export async function hostileFigure(): Promise<Figure> {
	let slowest = { ms: 0, reader: '', attack: '' };
	const texts = attacks(CHARACTERS);
	const readers = { ...TEXT_READERS, ...FILE_READERS };
	for (const [reader, read] of Object.entries(readers)) {
		// Once for nothing, so that loading and compiling are not measured.
		await refusing(read, 'a');
		for (const attack of texts) {
			const ms = await timeOf(read, attack);
			if (ms > slowest.ms) slowest = { ms, reader, attack };
		}
	}
	const { ms, reader, attack } = slowest;
	return {
		...HOSTILE_BAR,
		value: ms,
		detail: `${Object.keys(readers).length} readers, ${texts.length} texts; slowest: ${reader}, ${JSON.stringify(attack.slice(0, 12))}`
	};
}

/**
 * Milliseconds of a processor that a reading takes, the least of three where it is many: what else
 * the machine does meanwhile has no say, but collecting the garbage of another reading may.
 */
async function timeOf(read: (text: string) => unknown, text: string): Promise<number> {
	let least = Infinity;
	for (let i = 0; i < 3 && least > HOSTILE_BAR.bar / 2; i++) {
		const start = process.cpuUsage();
		await refusing(read, text);
		const { user, system } = process.cpuUsage(start);
		least = Math.min(least, (user + system) / 1000);
	}
	return least;
}

/** What a reader says of a text; null where it refuses it. */
export async function refusing(read: (text: string) => unknown, text: string): Promise<unknown> {
	try {
		return await read(text);
	} catch (error) {
		if (error instanceof Error && error.name === 'ImportError') return null;
		throw error;
	}
}
