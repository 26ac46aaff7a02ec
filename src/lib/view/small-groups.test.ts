import { expect, it } from 'vitest';
import { ETHNIC_MEASURES } from '../indicators/people.ts';
import { withoutSmallGroups } from './small-groups.ts';

const row = (label: string) => ({
	label,
	value: '0.1%',
	note: '3 of 2,102 residents',
	class: null,
	place: '477th of 624 neighbourhoods',
	period: 'Census 2021',
	sources: ['Ethnic groups']
});
const known = [
	{
		question: 'Who lives here?',
		rows: ['Aged 0 to 15', ...ETHNIC_MEASURES.map(({ title }) => title)].map(row)
	}
];

it('places no area by ethnic group, and tells none by itself of a neighbourhood', () => {
	const [community] = withoutSmallGroups(known, 'msoa');
	expect(community?.rows).toHaveLength(known[0]?.rows.length ?? 0);
	expect(community?.rows.filter(({ place }) => place !== null).map(({ label }) => label)).toEqual([
		'Aged 0 to 15'
	]);
	const [neighbourhood] = withoutSmallGroups(known, 'lsoa');
	expect(neighbourhood?.rows.map(({ label, note }) => [label, /^3 of/.test(note ?? '')])).toEqual([
		['Aged 0 to 15', true],
		['Asian, Black, Mixed and other ethnic groups together', true],
		['Each ethnic group by itself', false]
	]);
});
