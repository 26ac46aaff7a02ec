/**
 * Columns that programs add of their own, and lists in which the name, the address or whoever runs a
 * place stands under another heading than the plain one. Places and people are invented.
 */
import { describe, expect, it } from 'vitest';
import { bring } from './fixture.ts';
import { personalColumns } from './privacy.ts';

const taken = async (text: string, name?: string) => {
	const session = await bring(text, name);
	return {
		session,
		of: Object.fromEntries(session.readings.map((one) => [session.table.headings[one.column], one]))
	};
};
const namesOf = ({ session }: Awaited<ReturnType<typeof taken>>) =>
	session.table.rows.map((_, row) => session.view(row).name);

describe('answers to a form', () => {
	it('are called after the place, never after whoever filled it in', async () => {
		const form =
			await taken(`ID,Start time,Completion time,Email,Name,What is the name of your venue?,"What is the full address, including postcode?"
1,3/1/2025 10:00,3/1/2025 10:05,ann@example.org,Ann Person,Comfrey Hall,"12 Mill Lane, Exampleton NR3 1AA"
2,3/14/2025 10:00,3/14/2025 10:05,bob@example.org,Bob Person,Tansy Hall,"4 Quay Walk, Exampleton NR3 2AD"
`);
		expect(namesOf(form)).toEqual(['Comfrey Hall', 'Tansy Hall']);
		const [first] = form.session.result();
		expect(first?.asset).toMatchObject({
			address: '12 Mill Lane, Exampleton NR3 1AA',
			postcode: 'NR3 1AA',
			email: null
		});
		const { table, mapping } = form.session;
		const personal = personalColumns(table.headings, table.rows, mapping);
		expect(table.headings.filter((_, at) => personal[at])).toEqual(
			expect.arrayContaining(['Email', 'Name'])
		);
	});

	it('leave out “Your name” and the e-mail address that the form asked for', async () => {
		const form = await taken(`Timestamp,Email Address,Your name,Name of group,Postcode of venue
01/03/2025 10:00:00,ann@example.org,Ann Person,Comfrey Knitters,NR3 1AA
02/03/2025 10:00:00,bob@example.org,Bob Person,Tansy Walkers,NR3 2AD
`);
		expect(namesOf(form)).toEqual(['Comfrey Knitters', 'Tansy Walkers']);
		expect(form.of['Email Address']?.field).toBeNull();
		expect(form.of['Your name']?.field).toBeNull();
	});

	it('keep a column “Name” that the form does not add of its own', async () => {
		const form = await taken('Timestamp,Name,Postcode\n01/03/2025,Comfrey Hall,NR3 1AA\n');
		expect(namesOf(form)).toEqual(['Comfrey Hall']);
	});
});

describe('a list of organisations', () => {
	it('is called after each, not after whoever stands behind all of them', async () => {
		const list =
			await taken(`OrganisationCode¬OrganisationType¬Sector¬OrganisationName¬Postcode¬ParentName
FX1¬Pharmacy¬Independent¬Betony Chemist¬NR3 1AA¬Herbal Holdings Ltd
FX2¬Pharmacy¬Independent¬Mallow Chemist¬NR3 2AD¬Herbal Holdings Ltd
`);
		expect(namesOf(list)).toEqual(['Betony Chemist', 'Mallow Chemist']);
		expect(list.of['ParentName']?.field).toBe('organisation');
		expect(list.of['OrganisationType']?.field).toBe('kind');
	});

	it('of charities is called after them, not after what they do', async () => {
		const list = await taken(`charity_name,charity_contact_postcode,charity_activities
BETONY ASSOCIATION,NR3 1AA,Runs a community centre
MALLOW GROUP,NR3 2AD,Toddler group
`);
		expect(namesOf(list)).toEqual(['BETONY ASSOCIATION', 'MALLOW GROUP']);
	});
});

describe('columns of a program', () => {
	it('such as the sort of an element are no kinds of place', async () => {
		const { of } = await taken(
			'@id\t@type\tname\tamenity\t@lat\t@lon\n1\tnode\tBetony Pharmacy\tpharmacy\t52.61\t1.21\n2\tway\tMallow Pharmacy\tpharmacy\t52.63\t1.28\n'
		);
		expect(of['@type']?.field).toBeNull();
		expect(of['amenity']?.field).toBe('kind');
	});

	it('such as the same address of the web in every row are no website of a place', async () => {
		const { of } = await taken(
			'Name,Publisher,Postcode\nA Hall,https://example.org/council,NR3 1AA\nB Hall,https://example.org/council,NR3 2AD\n'
		);
		expect(of['Publisher']?.field).toBeNull();
	});

	it('described in a list that is longer than that of the places are passed over', async () => {
		const json = JSON.stringify({
			result: {
				fields: ['_id', 'Park Name', 'Eastings', 'Northings'].map((id) => ({ id, type: 'text' })),
				records: [{ _id: 1, 'Park Name': 'Comfrey Park', Eastings: 617000, Northings: 306000 }]
			}
		});
		expect(namesOf(await taken(json, 'parks.json'))).toEqual(['Comfrey Park']);
	});

	it('with an address as JSON within a text give that address', async () => {
		const json = JSON.stringify([
			{
				library_name: 'Comfrey Library',
				location: {
					latitude: '52.61',
					longitude: '1.21',
					human_address: '{"address":"12 Mill Lane","city":"Exampleton","state":"","zip":"NR3 1AA"}'
				}
			}
		]);
		const [first] = (await taken(json, 'libraries.json')).session.result();
		expect(first?.asset.address).toBe('12 Mill Lane, Exampleton, NR3 1AA');
	});
});

describe('what is not sure', () => {
	it('is not kept: an organiser who is a person; one that may be a group is marked', async () => {
		const { of } = await taken('Venue,Organiser,Postcode\nA Hall,Ann Person,NR3 1AA\n');
		expect(of['Organiser']?.field).toBeNull();
		const group = await taken('Venue,Organiser,Postcode\nA Hall,Tansy Knitting Group,NR3 1AA\n');
		expect(group.of['Organiser']).toMatchObject({ field: 'organisation', confidence: 'guessed' });
	});

	it('is left out: a state that is a country', async () => {
		const { of } = await taken(
			'Name,State,Postcode\nA Hall,England,NR3 1AA\nB Hall,England,NR3 2AD\n'
		);
		expect(of['State']?.field).toBeNull();
	});

	it('is asked: streets under “Asset Location”, where another column could be the name', async () => {
		const { session, of } = await taken(`Asset Ref;Asset Description;Asset Location;Grid E;Grid N
A1;Comfrey Play Area;12 Mill Lane, Exampleton;618000;306000
A2;Tansy Green;4 Quay Walk, Exampleton;618500;306500
`);
		expect(session.questions().map(({ field }) => field)).toEqual(['name']);
		expect(of['Grid E']?.field).toBe('easting');
		expect(of['Grid N']?.field).toBe('northing');
	});

	it('is asked once: a status that is none of a place', async () => {
		const { session } = await taken(`Title,Status,Latitude,Longitude
Bench,confirmed,52.61,1.21
Pond,fixed - council,52.63,1.28
Gate,investigating,52.62,1.22
`);
		expect(session.questions().map(({ field }) => field)).toEqual(['status']);
		await session.apply({
			do: 'map',
			mapping: session.mapping.map((field) => (field === 'status' ? null : field))
		});
		expect(session.summary().counts.look).toBe(0);
	});
});
