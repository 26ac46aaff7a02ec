/**
 * Lists as portals, mapping programs and other programs give them out, written before it was looked how they
 * come in. Each says what is right; at most one thing may be asked. Places and people are invented.
 */
import type { Asset } from '../asset.ts';

import { zipOf } from './readers/fixture.ts';

export const A = { latitude: 52.61, longitude: 1.21 };
export const B = { latitude: 52.63, longitude: 1.28 };
export const C = { latitude: 52.6215, longitude: 1.2211 };

export interface Given {
	title: string;
	file: string;
	content: string | Uint8Array;
	/** What is right of each place that comes in at once, in order. */
	places: (Partial<Asset> & { name: string })[];
	/** How many rows need a look, are refused or held back. */
	look?: number;
	refused?: number;
	held?: number;
	/** Said of rows or of the file. */
	says?: RegExp[];
	/** Never in anything that comes in. */
	never?: RegExp;
	/** What may be asked, at most one thing; the answer is given before the places are looked at. */
	asks?: { heading: RegExp; field: 'name' | 'kind' | 'address' | null } | { kind: RegExp };
}

export const FROM_PROGRAMS: readonly Given[] = [
	{
		title: 'Socrata, with a point and its address in columns of their own',
		file: 'Community_Facilities_20250901.csv',
		content: `:id,:created_at,Facility Name,Facility Type,Ward,Geocoded Location,Geocoded Location (address),Geocoded Location (city),Geocoded Location (zip)
row-a1,2025-01-02T10:00:00.000,Comfrey Hall,Village Hall,Exampleton North,POINT (1.21 52.61),12 Mill Lane,Exampleton,NR3 1AA
row-b2,2025-01-02T10:00:00.000,Tansy Library,Library,Exampleton South,POINT (1.28 52.63),4 Quay Walk,Exampleton,NR3 2AD
`,
		places: [
			{
				name: 'Comfrey Hall',
				...A,
				kind: 'community-venue',
				subkind: 'village-hall',
				address: '12 Mill Lane, Exampleton',
				postcode: 'NR3 1AA'
			},
			{ name: 'Tansy Library', ...B, kind: 'library', postcode: 'NR3 2AD' }
		]
	},
	{
		title: 'ArcGIS Hub, in metres of the National Grid',
		file: 'Youth_Provision.csv',
		content: `X,Y,OBJECTID,SITE_NAME,ADD_LINE_1,ADD_LINE_2,TOWN,POST_CODE,GlobalID,CreationDate,Creator,EditDate,Editor
617434.12,306196.2,1,Comfrey Youth Club,12 Mill Lane,,Exampleton,NR3 1AA,{8a7f0c1e-0000-4000-8000-000000000001},2024/03/01 10:12:13+00,ann_person,2024/06/01 10:12:13+00,bob_person
622071.4,308634.1,2,Tansy Youth Café,4 Quay Walk,,Exampleton,NR3 2AD,{8a7f0c1e-0000-4000-8000-000000000002},2024/03/01 10:12:13+00,ann_person,2024/06/01 10:12:13+00,bob_person
`,
		places: [
			{
				name: 'Comfrey Youth Club',
				...A,
				address: '12 Mill Lane, Exampleton',
				collected: '2024-03-01'
			},
			{ name: 'Tansy Youth Café', ...B }
		],
		never: /ann_person|bob_person/
	},
	{
		title: 'CKAN’s datastore, as its API answers',
		file: 'datastore_search.json',
		content: JSON.stringify({
			help: 'https://data.example.org/api/3/action/help_show?name=datastore_search',
			success: true,
			result: {
				include_total: true,
				resource_id: '0000',
				fields: [
					{ type: 'int', id: '_id' },
					{ type: 'text', id: 'Venue' }
				],
				records: [
					{
						_id: 1,
						Venue: 'Comfrey Hall',
						Address: '12 Mill Lane, Exampleton',
						'Post Code': 'NR3 1AA',
						'Activity Type': 'Lunch club'
					},
					{
						_id: 2,
						Venue: 'Tansy Rooms',
						Address: '4 Quay Walk, Exampleton',
						'Post Code': 'NR3 2AD',
						'Activity Type': 'Repair café'
					}
				],
				_links: { start: '/api/3/action/datastore_search' },
				total: 2
			}
		}),
		places: [
			{ name: 'Comfrey Hall', ...A, postcode: 'NR3 1AA' },
			{ name: 'Tansy Rooms', ...B }
		]
	},
	{
		title: 'the Local Government Association’s schema',
		file: 'publictoilets.csv',
		content: `ExtractDate,OrganisationURI,OrganisationLabel,ServiceTypeURI,ServiceTypeLabel,LocationText,StreetAddress,Postcode,CoordinateReferenceSystem,GeoX,GeoY,GeoPointLicensingURL,UPRN,Category,AccessibleCategory,OpeningHours,ManagedBy,ContactEmail,ReportTel,Notes
2025-04-01,http://opendatacommunities.org/id/exampleshire,Exampleshire Council,http://id.esd.org.uk/service/579,Libraries,Comfrey Library,12 Mill Lane,NR3 1AA,OSGB36,617434,306196,http://www.ordnancesurvey.co.uk/licence,010000000001,Library,Ramp,Mon-Fri 9-5,Exampleshire Council,library@example.org,01603000001,
2025-04-01,http://opendatacommunities.org/id/exampleshire,Exampleshire Council,http://id.esd.org.uk/service/579,Libraries,Tansy Library,4 Quay Walk,NR3 2AD,OSGB36,622071,308634,http://www.ordnancesurvey.co.uk/licence,010000000002,Library,Level,Mon-Fri 9-5,Exampleshire Council,library@example.org,01603000002,
`,
		places: [
			{
				name: 'Comfrey Library',
				...A,
				kind: 'library',
				phone: '01603000001',
				openingTimes: 'Mon-Fri 9-5',
				collected: '2025-04-01'
			},
			{ name: 'Tansy Library', ...B, kind: 'library' }
		]
	},
	{
		title: 'OpenDataSoft, with semicolons and a shape beside the point',
		file: 'community-centres.csv',
		content: `Geo Point;Geo Shape;Site Name;Site Type;Site Address;Site Postcode;Ward Code;Modified
52.61, 1.21;"{""type"": ""Point"", ""coordinates"": [1.21, 52.61]}";Comfrey Centre;Community Centre;12 Mill Lane;NR3 1AA;E05000001;2025-02-03T00:00:00+00:00
52.63, 1.28;"{""type"": ""Point"", ""coordinates"": [1.28, 52.63]}";Tansy Centre;Community Centre;4 Quay Walk;NR3 2AD;E05000002;2025-02-03T00:00:00+00:00
`,
		places: [
			{
				name: 'Comfrey Centre',
				...A,
				subkind: 'community-centre',
				address: '12 Mill Lane',
				lastSeen: '2025-02-03'
			},
			{ name: 'Tansy Centre', ...B }
		]
	},
	{
		title: 'GeoJSON of QGIS on the National Grid, with other coordinates as properties',
		file: 'layer.geojson',
		content: JSON.stringify({
			type: 'FeatureCollection',
			name: 'Halls',
			crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::27700' } },
			features: [
				{
					type: 'Feature',
					properties: {
						fid: 1,
						HALL: 'Comfrey Hall',
						PCODE: 'NR3 1AA',
						EASTING: 617434,
						NORTHING: 306196
					},
					geometry: { type: 'Point', coordinates: [617434, 306196] }
				},
				{
					type: 'Feature',
					properties: {
						fid: 2,
						HALL: 'Tansy Hall',
						PCODE: null,
						EASTING: 617434,
						NORTHING: 306196
					},
					geometry: { type: 'Point', coordinates: [622071, 308634] }
				}
			]
		}),
		places: [{ name: 'Comfrey Hall', ...A, postcode: 'NR3 1AA' }],
		look: 1,
		says: [/km from where its properties “EASTING” and “NORTHING” say it is/]
	},
	{
		title: 'a Google My Maps layer as KML',
		file: 'Warm spaces.kml',
		content: `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Warm spaces</name><Folder><name>Food banks</name><Placemark><name>Comfrey Pantry</name><description><![CDATA[Address: 12 Mill Lane<br>Postcode: NR3 1AA<br>Phone: 01603 000001]]></description><styleUrl>#icon-1899</styleUrl><ExtendedData><Data name="Address"><value>12 Mill Lane, Exampleton</value></Data><Data name="Postcode"><value>NR3 1AA</value></Data><Data name="Phone"><value>01603 000001</value></Data></ExtendedData><Point><coordinates>1.21,52.61,0</coordinates></Point></Placemark></Folder><Folder><name>Libraries</name><Placemark><name>Tansy Library</name><styleUrl>#icon-1899</styleUrl><ExtendedData><Data name="Address"><value>4 Quay Walk, Exampleton</value></Data></ExtendedData><Point><coordinates>1.28,52.63,0</coordinates></Point></Placemark></Folder></Document></kml>`,
		places: [
			{
				name: 'Comfrey Pantry',
				...A,
				kind: 'food-bank',
				address: '12 Mill Lane, Exampleton',
				phone: '01603 000001'
			},
			{ name: 'Tansy Library', ...B, kind: 'library' }
		]
	},
	{
		title: 'what an ArcGIS service answers, on the National Grid',
		file: 'query.json',
		content: JSON.stringify({
			objectIdFieldName: 'OBJECTID',
			geometryType: 'esriGeometryPoint',
			spatialReference: { wkid: 27700, latestWkid: 27700 },
			fields: [
				{ name: 'OBJECTID', type: 'esriFieldTypeOID' },
				{ name: 'LAST_EDITED_DATE', type: 'esriFieldTypeDate' }
			],
			features: [
				{
					attributes: {
						OBJECTID: 1,
						SITENAME: 'Comfrey Allotments',
						SITETYPE: 'Allotment',
						LAST_EDITED_USER: 'ann_person',
						LAST_EDITED_DATE: 1717236000000
					},
					geometry: { x: 617434, y: 306196 }
				},
				{
					attributes: {
						OBJECTID: 2,
						SITENAME: 'Tansy Allotments',
						SITETYPE: 'Allotment',
						LAST_EDITED_USER: 'ann_person',
						LAST_EDITED_DATE: 1717236000000
					},
					geometry: { x: 622071, y: 308634 }
				}
			]
		}),
		places: [
			{ name: 'Comfrey Allotments', ...A, lastSeen: '2024-06-01' },
			{ name: 'Tansy Allotments', ...B }
		],
		never: /ann_person/
	},
	{
		title: 'a list a month in a zip',
		file: 'lists.zip',
		content: zipOf({
			'lists/north.csv': 'Venue,Address,Postcode\nComfrey Hall,12 Mill Lane,NR3 1AA\n',
			'lists/south.csv': 'Venue,Address,Postcode\nTansy Hall,4 Quay Walk,NR3 2AD\n',
			'lists/readme.txt': 'Lists of halls'
		}),
		places: [
			{ name: 'Comfrey Hall', ...A },
			{ name: 'Tansy Hall', ...B }
		]
	},
	{
		title: 'a booking system’s export, with e-mail links and HTML',
		file: 'bookings.csv',
		content: `facility_id,facility_name,facility_description,addr1,addr2,town,county,post_code,tel,contact_email,url,disabled_access
17,Comfrey Sports Hall,"<p>Sports hall &amp; caf&eacute;</p>",12 Mill Lane,,Exampleton,Exampleshire,NR3 1AA,+44 1603 000001,mailto:sport@example.org,www.example.org/comfrey,Y
18,Tansy Pool,"<p>25&nbsp;m pool</p>",4 Quay Walk,,Exampleton,Exampleshire,NR3 2AD,(01603) 000002,,http://example.org/tansy,N
`,
		places: [
			{
				name: 'Comfrey Sports Hall',
				...A,
				phone: '+44 1603 000001',
				email: 'sport@example.org',
				note: 'Sports hall & café',
				url: 'https://www.example.org/comfrey'
			},
			{ name: 'Tansy Pool', ...B, url: 'http://example.org/tansy' }
		]
	}
];
