/** Lists as portals, mapping tools and forms export them: what came in wrong at the first try. */
import { describe, expect, it } from 'vitest';
import { bring } from './fixture.ts';
import { withoutPersons } from './note-persons.ts';

const fieldsOf = ({ table, mapping }: Awaited<ReturnType<typeof bring>>) =>
	Object.fromEntries(table.headings.map((heading, at) => [heading, mapping[at] ?? null]));

describe('a hub of maps that exports in Web Mercator and does not say so', () => {
	const list = (postcode: string) =>
		bring(
			`X,Y,FID,FACILITY_N,P_CODE\n134696.6,6912340.8,1,Mill Hall,${postcode}\n134696.6,6912340.8,2,Quay Hall,${postcode}\n`
		);
	it('is taken at its word where the postcodes are there', async () => {
		const session = await list('NR3 1AA');
		expect(session.summary().counts).toMatchObject({ fixed: 2, look: 0 });
		expect(session.result()[0]?.asset).toMatchObject({
			name: 'Mill Hall',
			longitude: expect.closeTo(1.21, 2) as number,
			latitude: expect.closeTo(52.61, 1) as number
		});
	});
	it('is asked about where no postcode says so', async () => {
		expect((await list('')).summary().counts).toMatchObject({ look: 2 });
	});
});

describe('what a description says of persons', () => {
	it.each([
		['Open Mon 10am Contact: Jane Doe 07700 900100 jane.doe@example.org', 'Open Mon 10am'],
		['Coordinator: Dr Priya Patel. Free lunch.', 'Free lunch.'],
		['Ask for Jane on 01603 123456', '01603 123456'],
		['Ring Sam Jones on 07700 900100 to book, or info@hall.org.uk', 'to book, or info@hall.org.uk'],
		['Key holder - Alex Stone, step-free', 'step-free']
	])('is left out of “%s”', (note, left) => {
		expect(withoutPersons(note).replace(/^[,. ]+/, '')).toBe(left);
	});
	it.each([
		'Ring 01603 123456 or write to bookings@hall.org.uk.',
		'Contact: Norfolk Community Trust, 01603 123456',
		'Open 0700-0900 1000-1200 and 0730-0830',
		'Run by volunteers. Managers of the hall meet on Mondays.',
		'Lead: free on Tuesdays - St John Ambulance is there too'
	])('and “%s” stays', (note) => {
		expect(withoutPersons(note)).toBe(note);
	});
	it('is not kept of opening times', async () => {
		const session = await bring(
			'Name,Postcode,Opening hours\nMill Hall,NR3 1AA,"Tuesdays 10-12, contact Jane Doe on 07700 900 100"\n'
		);
		expect(session.result()[0]?.asset.openingTimes).toBe('Tuesdays 10-12');
	});
	it('is not kept of a map, and the row says so', async () => {
		const session = await bring(
			'<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>Mill Hall</name><description><![CDATA[Lunch on Mondays<br>Contact: Jane Doe 07700 900100 jane.doe@example.org]]></description><Point><coordinates>1.21,52.61,0</coordinates></Point></Placemark></Document></kml>',
			'map.kml'
		);
		expect(session.result()[0]?.asset.note).toBe('Lunch on Mondays');
		expect(
			session
				.view(0)
				.remarks.map(({ text }) => text)
				.join(' ')
		).toContain('name of a person');
	});
});

it('a form asks when they meet, and where', async () => {
	const session = await bring(
		'Timestamp,Email address,What is the name of your group?,Where do you meet? (please give the full address with postcode),When do you meet?\n2025/10/01 7:02:11 pm GMT+1,a@b.org,Mill Toddlers,"Mill Hall, High Street, NR3 1AA",Tuesdays 10-12\n2025/10/02 7:02:11 pm GMT+1,a@b.org,Quay Toddlers,"Quay Hall, Low Street, NR3 1AB",Mondays 10-12\n'
	);
	expect(session.result()[0]?.asset).toMatchObject({
		address: 'Mill Hall, High Street, NR3 1AA',
		openingTimes: 'Tuesdays 10-12'
	});
});

it('posts of a blog have a category, and drafts are not published', async () => {
	const session = await bring(
		'ID,post_title,post_author,post_content,post_status,post_type,post_category,street,zip,phone\n1,Mill Hall,admin,<p>Warm and <b>dry</b>.</p>,publish,gd_place,",Village Hall,",High Street,NR3 1AA,01603 123456\n2,Quay Hall,admin,<p>Soon</p>,draft,gd_place,",Village Hall,",Low Street,NR3 1AB,01603 123457\n'
	);
	expect(session.questions()).toEqual([]);
	expect(fieldsOf(session)).toMatchObject({
		post_type: null,
		post_status: null,
		post_category: 'kind',
		post_content: 'note'
	});
	expect(session.summary().counts).toMatchObject({ held: 1 });
	expect(session.result()).toHaveLength(1);
	expect(session.result()[0]?.asset).toMatchObject({
		subkind: 'village-hall',
		note: 'Warm and dry.'
	});
});

it('a telephone number without its zero is one, and an empty column of numbers is not', async () => {
	const session = await bring(
		'URN,EstablishmentNumber,EstablishmentName,Postcode,TelephoneNum\n1,,Mill Centre,NR3 1AA,1603300000\n2,,Quay Centre,NR3 1AB,1603300001\n'
	);
	expect(fieldsOf(session)).toMatchObject({ TelephoneNum: 'phone', EstablishmentNumber: null });
	expect(session.result()[0]?.asset.phone).toBe('01603300000');
});

it('a total with figures in most columns, and what filters were on, are no places', async () => {
	const session = await bring(
		'Venue,Postcode,Capacity,Visits\nMill Hall,NR3 1AA,40,3\nQuay Hall,NR3 1AB,30,4\nTotal,,70,7\n\n"Applied filters:\nDistrict is Norwich"\n'
	);
	expect(session.summary().counts).toMatchObject({ look: 0, refused: 0 });
	expect(session.result().map(({ asset }) => asset.name)).toEqual(['Mill Hall', 'Quay Hall']);
});
