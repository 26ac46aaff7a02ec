/** Lists that people made by hand, in spreadsheets, forms and documents; see fixture-councils.ts. */
import { A, B, C, type Given } from './fixture-councils.ts';
import { spreadsheet } from './fixture-spreadsheet.ts';

const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

export const BY_HAND: readonly Given[] = [
	{
		title: 'a spreadsheet made by hand: a title, headings in two rows, a total, notes',
		file: 'Baby groups autumn.xlsx',
		content: spreadsheet([
			['Baby and toddler groups – Autumn 2025'],
			['Updated by the Family Hub'],
			[],
			['', 'Venue', '', '', 'Contact', '', ''],
			['No.', 'Name', 'Address', 'Postcode', 'Name', 'Phone', 'Email'],
			[
				1,
				'Comfrey Hall',
				'12 Mill Lane, Exampleton',
				'NR3 1AA',
				'Ann Person',
				1603000001,
				'hall@example.org'
			],
			[
				2,
				'Tansy Hall',
				'4 Quay Walk, Exampleton',
				'NR3 2AD',
				'Bob Person',
				1603000002,
				'tansy@example.org'
			],
			['Total', 2],
			['* Please ring before you come']
		]),
		places: [
			{
				name: 'Comfrey Hall',
				...A,
				address: '12 Mill Lane, Exampleton',
				phone: '01603000001',
				email: 'hall@example.org'
			},
			{ name: 'Tansy Hall', ...B }
		],
		never: /Person/
	},
	{
		title: 'a register of assets of community value, with a preamble and a merged first column',
		file: 'ACV list.csv',
		content: `Exampleshire District Council,,,,,
List of Assets of Community Value (Localism Act 2011),,,,,
As at 1 September 2025,,,,,
,,,,,
Parish,Ref No,Name and address of asset,Nominated by,Date listed,Expiry date
Comfreyham,ACV/001,"The Betony Inn, 12 Mill Lane, Exampleton, NR3 1AA",Comfreyham Parish Council,03/02/2023,02/02/2028
,ACV/002,"Village Shop, 3 Mill Lane, Exampleton, NR3 1AB",Comfreyham Parish Council,21/06/2023,20/06/2028
Tansyton,ACV/003,"Tansy Rooms, 4 Quay Walk, Exampleton, NR3 2AD",Friends of Tansy,01/07/2024,30/06/2029
`,
		places: [
			{ name: 'The Betony Inn', ...A, postcode: 'NR3 1AA', organisation: null },
			{ name: 'Village Shop', ...C },
			{ name: 'Tansy Rooms', ...B }
		]
	},
	{
		title: 'a table pasted out of Word',
		file: 'Pasted rows',
		content: `Group\tWhere\tWhen\tContact
Comfrey Babies\tComfrey Hall, 12 Mill Lane, NR3 1AA\tTuesdays 10am – 12 noon (term time)\tAnn Person 01603 000001
Tansy Twins\tTansy Rooms, 4 Quay Walk, NR3 2AD\tFridays 9.30am – 11am\tBob Person, 01603 000002
`,
		places: [
			{
				name: 'Comfrey Babies',
				...A,
				address: 'Comfrey Hall, 12 Mill Lane, NR3 1AA',
				openingTimes: 'Tuesdays 10am – 12 noon (term time)'
			},
			{ name: 'Tansy Twins', ...B }
		],
		never: /Person/
	},
	{
		title: 'dates of the United States, an address over four columns',
		file: 'export.csv',
		content: `Provider Name,Address 1,Address 2,Address 3,Address 4,Post Code,Date Last Checked
Comfrey Nursery,Unit 3,12 Mill Lane,Exampleton,Exampleshire,NR3 1AA,6/21/2025
Tansy Nursery,,4 Quay Walk,Exampleton,Exampleshire,NR3 2AD,3/4/2025
`,
		places: [
			{ name: 'Comfrey Nursery', ...A, address: 'Unit 3, 12 Mill Lane, Exampleton, Exampleshire' },
			{
				name: 'Tansy Nursery',
				...B,
				address: '4 Quay Walk, Exampleton, Exampleshire',
				verified: '2025-03-04'
			}
		]
	},
	{
		title: 'Excel’s “Unicode text”',
		file: 'Lunch clubs.txt',
		content: utf16(
			'Lunch club\tVenue address\tPost code\tSession times\tCost\r\nCafé Comfrey\t"12 Mill Lane, Exampleton"\tNR3 1AA\tThurs 12-2\t£3\r\nTansy’s Table\t"4 Quay Walk, ""The Rooms"", Exampleton"\tNR3 2AD\tWeds 12-2\tfree\r\n'
		),
		places: [
			{
				name: 'Café Comfrey',
				...A,
				address: '12 Mill Lane, Exampleton',
				openingTimes: 'Thurs 12-2'
			},
			{ name: 'Tansy’s Table', ...B, address: '4 Quay Walk, "The Rooms", Exampleton' }
		]
	},
	{
		title: 'decimal commas and semicolons of LibreOffice',
		file: 'orte.csv',
		content: `Nr;Place name;Lat;Lon;Type of place
1;Comfrey Hall;52,61;1,21;hall
2;Tansy Gym;52,63;1,28;gym
`,
		places: [
			{ name: 'Comfrey Hall', ...A, kind: 'community-venue' },
			{ name: 'Tansy Gym', ...B, subkind: 'leisure-or-sport' }
		]
	},
	{
		title: 'postcodes of four countries, two in a cell, and remarks',
		file: 'branches.csv',
		content: `Branch|Address|Postcode
Comfrey|12 Mill Lane|NR3 1AA (use side door)
Tansy|4 Quay Walk|NR3 1AB / NR3 2AD
Mallow|1 Queen Street|CF10 1AA
Sorrel|1 Royal Mile|EH1 1AA
Yarrow|1 Low Road|nr31ab
Betony|6 Far Road|TBC
`,
		places: [
			{ name: 'Comfrey', ...A, postcode: 'NR3 1AA' },
			{ name: 'Yarrow', ...C, postcode: 'NR3 1AB' }
		],
		look: 2,
		refused: 2,
		says: [/NR3 1AB and NR3 2AD/, /EH1 1AA is not in/, /CF10 1AA is not in/]
	},
	{
		title: 'opening times in seven columns and telephones without their 0',
		file: 'pharm.csv',
		content: `TradingName,TelNo,Address,PC,MonOpen,MonClose,TueOpen,TueClose,SatOpen,SatClose,SunOpen,SunClose
Comfrey Chemist,1603000001,12 Mill Lane,NR3 1AA,09:00,17:30,09:00,17:30,09:00,13:00,Closed,Closed
Tansy Chemist,1603000002,4 Quay Walk,NR3 2AD,08:30,18:00,08:30,18:00,,,,
`,
		places: [
			{
				name: 'Comfrey Chemist',
				...A,
				phone: '01603000001',
				openingTimes: 'Monday 09:00–17:30; Tuesday 09:00–17:30; Saturday 09:00–13:00; Sunday Closed'
			},
			{ name: 'Tansy Chemist', ...B, openingTimes: 'Monday 08:30–18:00; Tuesday 08:30–18:00' }
		]
	},
	{
		title: 'several kinds in one column',
		file: 'what-is-on.csv',
		content: `Name,What is here,Postcode
Comfrey Hall,Community centre; Food bank,NR3 1AA
Tansy Library,"Library, Warm space",NR3 2AD
Mallow Shed,Men's shed / Repair café,NR3 1AB
`,
		places: [
			{ name: 'Comfrey Hall', ...A, kind: 'community-venue' },
			{ name: 'Tansy Library', ...B, kind: 'library' },
			{ name: 'Mallow Shed', ...C }
		],
		asks: { heading: /What is here/, field: 'kind' }
	},
	{
		title: 'a family hub’s timetable: organisation, session, venue, contact person',
		file: 'timetable.csv',
		content: `Organisation,Session,Venue,Venue postcode,Day,Time,Cost,Contact name,Contact email,Contact mobile
Exampleshire Council,Baby massage,Comfrey Hall,NR3 1AA,Monday,10:00-11:00,Free,Ann Person,ann@example.org,07700900001
Exampleshire Council,Stay and play,Tansy Rooms,NR3 2AD,Tuesday,13:00-14:30,Free,Bob Person,bob@example.org,07700900002
Mallow Charity,Bumps to babies,Comfrey Hall,NR3 1AA,Friday,10:00-11:00,£2,Cat Person,cat@example.org,07700900003
`,
		places: [
			{ name: 'Baby massage', ...A },
			{ name: 'Stay and play', ...B, organisation: 'Exampleshire Council' },
			{ name: 'Bumps to babies', ...A, organisation: 'Mallow Charity' }
		],
		never: /(Ann|Bob|Cat) Person/,
		asks: { heading: /Session|Venue/, field: 'name' }
	},
	{
		title: 'a diocese’s churches with grid references',
		file: 'churches.csv',
		content: `Benefice,Church,Denomination,Grid Ref,Post code,Churchwarden
Comfrey Group,St Mary Comfrey,Church of England,TG 17434 06196,NR3 1AA,Ann Person
Comfrey Group,Tansy Chapel,Methodist,TG2207108634,,Bob Person
`,
		places: [
			{ name: 'St Mary Comfrey', ...A, kind: 'community-venue', subkind: 'place-of-worship' },
			{ name: 'Tansy Chapel', ...B, subkind: 'place-of-worship' }
		],
		never: /Person/
	},
	{
		title: 'answers to a form that asks for links to maps',
		file: 'Form responses 1.csv',
		content: `Timestamp,Name of your organisation,What do you offer?,Where do you meet?,Google Maps link,Public contact e-mail,Do we have permission to share this?
01/03/2025 10:00:00,Comfrey Knitters,Knitting for new parents,"Comfrey Hall, 12 Mill Lane","https://www.google.com/maps/place/x/@52.61,1.21,17z",knit@example.org,Yes
02/03/2025 10:00:00,Tansy Walkers,Buggy walks,"Tansy Rooms, 4 Quay Walk","https://www.google.com/maps/place/x/@52.63,1.28,17z",walk@example.org,No
`,
		places: [
			{
				name: 'Comfrey Knitters',
				...A,
				email: 'knit@example.org',
				address: 'Comfrey Hall, 12 Mill Lane'
			}
		],
		held: 1
	},
	{
		title: 'private and public places in one list of housing and advice',
		file: 'directory.csv',
		content: `Service,Category,Address,Postcode,Notes
Comfrey Advice,Advice,12 Mill Lane,NR3 1AA,Drop in on Mondays
Rose House,Refuge,,NR3 1AB,
Tansy Shelter,Housing,4 Quay Walk,NR3 2AD,Address is confidential
Refugee drop-in,Advice,4 Quay Walk,NR3 2AD,Open to all
The Wildlife Refuge Café,Café,Privet Lane,NR3 1AB,Private hire possible
`,
		places: [
			{ name: 'Comfrey Advice', ...A },
			{ name: 'Refugee drop-in', ...B },
			{ name: 'The Wildlife Refuge Café', ...C }
		],
		held: 2
	},
	{
		title: 'headings in two rows in a CSV, with units in the second',
		file: 'survey.csv',
		content: `Site,,Location (OSGB36),,Building,
Ref,Name,Easting (m),Northing (m),Use,Capacity (people)
S1,Comfrey Hall,617434,306196,Village hall,80
S2,Tansy Hall,622071,308634,Church hall,120
`,
		places: [
			{ name: 'Comfrey Hall', ...A, capacity: 80, subkind: 'village-hall' },
			{ name: 'Tansy Hall', ...B, capacity: 120 }
		]
	}
];
