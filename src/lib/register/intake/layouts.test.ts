/**
 * Lists as councils, portals and mapping tools write them, all invented: each comes in right
 * as it is, or asks one question with the right answer in it.
 */
import { describe, expect, it } from 'vitest';
import { bring } from './fixture.ts';

type Point = readonly [latitude: number, longitude: number];
const A: Point = [52.61, 1.21];
const B: Point = [52.63, 1.28];

interface Layout {
	title: string;
	text: string;
	file?: string;
	/** Names of the rows, in order. */
	names: string[];
	points?: (Point | null)[];
	/** Said of the rows. */
	says?: RegExp;
	/** Never said of an asset. */
	never?: RegExp;
	/** What the columns may ask about. */
	asks?: RegExp;
	look?: number;
}

const LAYOUTS: readonly Layout[] = [
	{
		title: 'practices with their board before their name',
		text: `ICB Name,Region,Practice Code,Practice name,PCN Name,Address line 1,Town,Postcode,List size
Exampleshire Integrated Care Board,East of England,D82001,Invented Surgery,North Network,1 High Street,Exampleton,NR3 1AA,9120
Exampleshire Integrated Care Board,East of England,D82002,Other Medical Centre,North Network,2 Low Road,Exampleton,NR3 2AD,8400
Exampleshire Integrated Care Board,East of England,D82003,Third Practice,South Network,3 Mill Lane,Exampleton,NR3 1AB,7000
`,
		names: ['Invented Surgery', 'Other Medical Centre', 'Third Practice'],
		points: [A, B, null]
	},
	{
		title: 'schools of the national register',
		text: `"URN","LA (code)","LA (name)","EstablishmentNumber","EstablishmentName","TypeOfEstablishment (name)","Street","Locality","Town","Postcode","SchoolWebsite","TelephoneNum","GOR (name)","Easting","Northing"
"120001","926","Exampleshire","2001","Invented Primary School","Community school","High Street","","Exampleton","NR3 1AA","http://www.invented.example.org","01603000000","East of England","617434","306196"
"120002","926","Exampleshire","2002","Other Infant School","Academy converter","Low Road","","Exampleton","NR3 2AD","","01603000001","East of England","622071","308634"
`,
		names: ['Invented Primary School', 'Other Infant School'],
		points: [A, B]
	},
	{
		title: 'a portal of ArcGIS',
		text: `X,Y,OBJECTID,Facility,FacilityType,SITE_ADDRESS,POSTCODE,GlobalID
1.21,52.61,1,Invented Library,Library,"1 High Street, Exampleton",NR3 1AA,{8a7f0c1e-0000-4000-8000-000000000001}
1.28,52.63,2,Other Library,Library,"2 Low Road, Exampleton",NR3 2AD,{8a7f0c1e-0000-4000-8000-000000000002}
`,
		names: ['Invented Library', 'Other Library'],
		points: [A, B]
	},
	{
		title: 'an address with its position below it (Socrata)',
		text: `Hall,Ward,Location 1
Invented Hall,Exampleton North,"1 High Street
Exampleton
(52.61, 1.21)"
Other Hall,Exampleton South,"2 Low Road
Exampleton
(52.63, 1.28)"
`,
		names: ['Invented Hall', 'Other Hall'],
		points: [A, B]
	},
	{
		title: 'a location that is a name',
		text: `Day,Time,Location,Postcode
Monday,10am to 12pm,Invented Hall,NR3 1AA
Tuesday,2pm to 4pm,Other Chapel,NR3 2AD
`,
		names: ['Invented Hall', 'Other Chapel'],
		points: [A, B]
	},
	{
		title: 'a location that is a position in brackets',
		text: `Service Name,Location
Invented Café,"(52.61, 1.21)"
Other Café,"(52.63, 1.28)"
`,
		names: ['Invented Café', 'Other Café'],
		points: [A, B]
	},
	{
		title: 'well-known text',
		text: `the_geom,Store name,Brand
POINT (1.21 52.61),Invented Store,Example Foods
"POINT(1.28 52.63)",Other Store,Example Foods
`,
		names: ['Invented Store', 'Other Store'],
		points: [A, B]
	},
	{
		title: 'well-known text of QGIS with a polygon',
		text: `WKT,fid,title
"MultiPolygon (((1.2 52.6, 1.22 52.6, 1.22 52.62, 1.2 52.62, 1.2 52.6)))",1,Invented Park
"SRID=4326;Point (1.28 52.63)",2,Other Garden
`,
		names: ['Invented Park', 'Other Garden'],
		points: [A, B]
	},
	{
		title: 'GeoJSON in a cell',
		text: `title;geometry
Invented Hub;"{""type"":""Point"",""coordinates"":[1.21,52.61]}"
Other Hub;"{""type"":""Point"",""coordinates"":[1.28,52.63]}"
`,
		names: ['Invented Hub', 'Other Hub'],
		points: [A, B]
	},
	{
		title: 'degrees, minutes and seconds',
		text: `Venue,Coordinates
Invented Hut,"52°36'36""N 1°12'36""E"
Other Hut,"52° 37′ 48″ N, 1° 16′ 48″ E"
`,
		names: ['Invented Hut', 'Other Hut'],
		points: [A, B]
	},
	{
		title: 'National Grid references of letters and digits',
		text: `Church name,Grid Ref,Parish
Invented Church,TG 17434 06196,Exampleton
Other Church,TG2207108634,Otherby
`,
		names: ['Invented Church', 'Other Church'],
		points: [A, B]
	},
	{
		title: 'eastings and northings with their grid in the heading',
		text: `SiteName,EastingBNG,NorthingBNG
Invented Allotments,617434,306196
Other Allotments,622071,308634
`,
		names: ['Invented Allotments', 'Other Allotments'],
		points: [A, B]
	},
	{
		title: 'X and Y of the National Grid',
		text: `FID,CENTRE_NAME,X_COORD,Y_COORD,POST_CODE
1,Invented Centre,617434.2,306196.1,NR3 1AA
2,Other Centre,622071.0,308634.5,NR3 2AD
`,
		names: ['Invented Centre', 'Other Centre'],
		points: [A, B]
	},
	{
		title: 'POINT_X and POINT_Y',
		text: `OID_,PremisesName,POINT_X,POINT_Y
1,Invented Rooms,617434.2,306196.1
2,Other Rooms,622071.0,308634.5
`,
		names: ['Invented Rooms', 'Other Rooms'],
		points: [A, B]
	},
	{
		title: 'GeoX and GeoY beside degrees that name their datum',
		text: `Club,GeoX,GeoY,LongWGS84,LatWGS84
Invented Club,617434,306196,1.21,52.61
Other Club,622071,308634,1.28,52.63
`,
		names: ['Invented Club', 'Other Club'],
		points: [A, B]
	},
	{
		title: 'longitude before latitude in one cell',
		text: `Group name,geo_point
Invented Group,"1.21, 52.61"
Other Group,"1.28, 52.63"
`,
		names: ['Invented Group', 'Other Group'],
		points: [A, B]
	},
	{
		title: 'web mercator that is named',
		text: `name,x (EPSG:3857),y (EPSG:3857)
Invented Store,134696.58,6911181.79
Other Store,142488.95,6914849.05
`,
		names: ['Invented Store', 'Other Store'],
		points: [A, B]
	},
	{
		title: 'web mercator in a column of its own',
		text: `name,x,y,crs
Invented Store,134696.58,6911181.79,EPSG:3857
Other Store,142488.95,6914849.05,EPSG:3857
`,
		names: ['Invented Store', 'Other Store'],
		points: [A, B]
	},
	{
		title: 'three words',
		text: `Meeting place,what3words
Invented Green,///filled.count.soap
Other Green,///daring.lion.race
`,
		names: ['Invented Green', 'Other Green'],
		points: [null, null],
		says: /what3words/
	},
	{
		title: 'plus codes',
		text: `Pitch,Plus code
Invented Pitch,9F43J656+2V
Other Pitch,9F43J7J8+XX
`,
		names: ['Invented Pitch', 'Other Pitch'],
		says: /[Pp]lus code/
	},
	{
		title: 'property numbers alone',
		text: `UPRN,Building name
100091234567,Invented House
010001234568,Other House
`,
		names: ['Invented House', 'Other House'],
		points: [null, null],
		says: /UPRN/
	},
	{
		title: 'postcodes with remarks, two of them, and in the middle of an address',
		text: `Provision,Full address,Post Code
Invented Play Group,,NR3 1AA (rear entrance)
Other Play Group,,NR3 1AA / NR3 2AD
Third Play Group,"The Hall, NR3 2AD, Exampleton, United Kingdom",
`,
		names: ['Invented Play Group', 'Other Play Group', 'Third Play Group'],
		points: [A, null, B],
		says: /NR3 1AA.*NR3 2AD/
	},
	{
		title: 'a country, which is not a county',
		text: `Hall,Street,Country,Postcode
Invented Hall,1 High Street,United Kingdom,NR3 1AA
Other Hall,2 Low Road,United Kingdom,NR3 2AD
`,
		names: ['Invented Hall', 'Other Hall'],
		points: [A, B],
		never: /United Kingdom/
	},
	{
		title: 'prefixes and suffixes',
		text: `LocationText,LocationPostcode,LocationLat,LocationLng
Invented Bank,NR3 1AA,52.61,1.21
Other Bank,NR3 2AD,52.63,1.28
`,
		names: ['Invented Bank', 'Other Bank'],
		points: [A, B]
	},
	{
		title: 'prefixes on every column',
		text: `venue_title,venue_address_1,venue_address_2,venue_post_code,venue_lat,venue_lon,venue_phone_number
Invented Arms,1 High Street,Exampleton,NR3 1AA,52.61,1.21,01603 000000
Other Arms,2 Low Road,Exampleton,NR3 2AD,52.63,1.28,01603 000001
`,
		names: ['Invented Arms', 'Other Arms'],
		points: [A, B]
	},
	{
		title: 'names that are none',
		text: `Name,Organisation,Postcode
Invented Kitchen,Example Trust,NR3 1AA
NULL,,NR3 2AD
N/A,,NR3 1AB
Unknown,,NR3 1AB
-,,NR3 1AB
`,
		names: ['Invented Kitchen'],
		points: [A]
	},
	{
		title: 'synonyms before the name itself',
		text: `Activity,Group,Venue,Name,Postcode
Lunch,Older people,Exampleton,Invented Lunch Club,NR3 1AA
Crafts,Everybody,Exampleton,Other Craft Circle,NR3 2AD
`,
		names: ['Invented Lunch Club', 'Other Craft Circle'],
		points: [A, B]
	},
	{
		title: 'an authority under “Place”',
		text: `Place,Club,Address,Postcode
Exampleshire District Council,Invented Youth Club,1 High Street,NR3 1AA
Exampleshire District Council,Other Youth Club,2 Low Road,NR3 2AD
Otherby Borough Council,Third Youth Club,3 Mill Lane,NR3 1AB
`,
		names: ['Invented Youth Club', 'Other Youth Club', 'Third Youth Club'],
		points: [A, B, null]
	},
	{
		title: 'a feature with the position of something else among its properties',
		file: 'places.geojson',
		text: JSON.stringify({
			type: 'FeatureCollection',
			features: [
				{
					type: 'Feature',
					geometry: { type: 'Point', coordinates: [1.21, 52.61] },
					properties: { Name: 'Invented Hall', Easting: 622071, Northing: 308634 }
				},
				{
					type: 'Feature',
					geometry: { type: 'Point', coordinates: [1.28, 52.63] },
					properties: { Name: 'Other Hall', Easting: 622071, Northing: 308634 }
				}
			]
		}),
		names: ['Invented Hall', 'Other Hall'],
		says: /Its geometry is 5\.\d km from where its properties “Easting” and “Northing” say it is/,
		look: 1,
		points: [null, B]
	},
	{
		title: 'a position two kilometres from the postcode',
		text: `Name,Postcode,Latitude,Longitude
Invented Hall,NR3 1AA,52.6295,1.21
`,
		names: ['Invented Hall'],
		points: [null],
		look: 1
	},
	{
		title: 'words that are nearly the same',
		text: `Contract,Site area,Lease,Mane,Premises name,Post code
C-1,120,2031,Grey,Invented Stables,NR3 1AA
C-2,300,2032,Brown,Other Stables,NR3 2AD
`,
		names: ['Invented Stables', 'Other Stables'],
		points: [A, B],
		never: /Grey|C-1|2031/
	},
	{
		title: 'a town, a network and a board before the practice',
		text: `ICB,Place,PCN,Practice,Postcode
Exampleshire and Otherland,Exampleton,One Network,Invented Practice,NR3 1AA
Exampleshire and Otherland,Exampleton,One Network,Second Practice,NR3 2AD
`,
		names: ['Invented Practice', 'Second Practice'],
		points: [A, B]
	},
	{
		title: 'areas that are places, under a parent that is one for all',
		text: `AreaCode,AreaName,ParentName,Address,Postcode
D82001,Invented Surgery,Example ICB,1 High St,NR3 1AA
D82002,Other Surgery,Example ICB,2 High St,NR3 2AD
`,
		names: ['Invented Surgery', 'Other Surgery'],
		points: [A, B],
		asks: /name/
	},
	{
		title: 'groups with a contact, who meet at an address',
		text: `Contact Name,Group Name,Meets at,Meeting Day,Meeting Time,Contact Tel
A Person,Invented Knitters,"Invented Hall, High St, NR3 1AA",Mondays,2pm-4pm,01603 000000
B Person,Other Knitters,"Other Hall, Low Rd, NR3 2AD",Tuesdays,2pm-4pm,01603 000001
`,
		names: ['Invented Knitters', 'Other Knitters'],
		points: [A, B],
		never: /Person/
	},
	{
		title: 'answers of a form',
		text: `Timestamp,What is the name of your venue?,What is your postcode?,What type of venue is it?,Opening hours?
01/02/2024 10:00:01,Invented Hall,NR3 1AA,Village hall,Mon 9-5
01/02/2024 11:00:01,Other Hall,NR3 2AD,Village hall,Tue 9-5
`,
		names: ['Invented Hall', 'Other Hall'],
		points: [A, B]
	},
	{
		title: 'links to a map',
		text: `Title,Note,URL
Invented Café,,"https://maps.example.org/maps/place/Invented/@52.61,1.21,17z"
Other Café,,"https://maps.example.org/maps/search/52.63,1.28"
`,
		names: ['Invented Café', 'Other Café'],
		points: [A, B]
	},
	{
		title: 'two positions that differ',
		text: `Facility,Latitude,Longitude,Easting,Northing
Invented Pool,52.61,1.21,622071,308634
Other Pool,52.63,1.28,622071,308634
`,
		names: ['Invented Pool', 'Other Pool'],
		points: [null, B],
		says: /two positions, 5.2 km apart/,
		look: 1
	},
	{
		title: 'locations in four columns',
		text: `Ref,Location 1,Location 2,Location 3,Location 4
1,Invented Hall,High St,Exampleton,NR3 1AA
2,Other Hall,Low Rd,Exampleton,NR3 2AD
`,
		names: ['Invented Hall', 'Other Hall'],
		points: [A, B]
	},
	{
		title: 'places of a regulator, with the postcode of the provider',
		text: `Location ID,Location Name,Location Street Address,Location City,Location Postal Code,Provider Name,Provider Postal Code
1-1,Invented Surgery,1 High St,Exampleton,NR3 1AA,Example Ltd,NR3 1AB
1-2,Other Surgery,2 Low Rd,Exampleton,NR3 2AD,Other Ltd,NR3 1AB
`,
		names: ['Invented Surgery', 'Other Surgery'],
		points: [A, B]
	},
	{
		title: 'a shapefile, whose headings have ten characters',
		text: `OBJECTID,SITENAME,SITEADDRES,FACILITYTY,Shape__Are,XCOORD,YCOORD
1,Invented Hub,1 High St,Library,120,617434,306196
2,Other Hub,2 Low Rd,Library,130,622071,308634
`,
		names: ['Invented Hub', 'Other Hub'],
		points: [A, B]
	},
	{
		title: 'well-known text with its reference system in front',
		text: `Name,WKT
Invented Hub,SRID=27700;POINT(617434 306196)
Other Hub,<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POINT(1.28 52.63)
`,
		names: ['Invented Hub', 'Other Hub'],
		points: [A, B]
	}
];

/** Everything brought, once what needs a look is said to be right. */
async function brought({ text, file = 'places.csv' }: Layout) {
	const session = await bring(text, file);
	// What kind of place unknown words mean is asked elsewhere.
	for (const { word, kind } of session.summary().kindWords) {
		const other = { kind: 'other-service', subkind: null } as const;
		if (kind === null) await session.apply({ do: 'kind', word, kind: other });
	}
	const rows = session.table.rows.map((_, row) => session.view(row));
	return { session, rows, asked: session.questions() };
}

describe('a list of', () => {
	it.each(LAYOUTS)('$title', async (layout) => {
		const { session, rows, asked } = await brought(layout);
		const assets = session.result().map(({ asset }) => asset);
		const named = rows.filter(({ outcome }) => outcome !== 'refused').map(({ name }) => name);
		const info = JSON.stringify({
			mapping: session.mapping.map((field, at) => [session.table.headings[at], field]),
			rows: rows.map(({ outcome, remarks }) => [outcome, ...remarks.map(({ text }) => text)])
		});
		expect(named, info).toEqual(layout.names);
		const words = rows.flatMap(({ remarks }) => remarks.map(({ text }) => text)).join(' ');
		layout.points?.forEach((point, at) => {
			if (point === null) return;
			const asset = assets.find(({ name }) => name === layout.names[at]);
			expect(asset?.latitude, info).toBeCloseTo(point[0], 3);
			expect(asset?.longitude, info).toBeCloseTo(point[1], 3);
		});
		if (layout.says) expect(words).toMatch(layout.says);
		if (layout.never) expect(JSON.stringify(assets)).not.toMatch(layout.never);
		if (layout.look) {
			expect(rows.filter(({ outcome }) => outcome === 'look')).toHaveLength(layout.look);
		}
		if (layout.asks) expect(asked.map(({ field }) => field).join(' ')).toMatch(layout.asks);
		else expect(asked).toEqual([]);
	});
});
