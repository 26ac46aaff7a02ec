import { expect, it } from 'vitest';
import { aClaim, AREAS, COLLECTIONS } from '../fixture.ts';
import { chooseRows, NO_CHOICE, type DirectoryChoice } from './choice.ts';
import { makeDirectory } from './directory.ts';

const { rows } = makeDirectory(
	[
		aClaim({ id: 'hub', kind: 'family-hub' }),
		aClaim({ id: 'hall', openingTimes: 'Mo 18:00-20:00' }),
		aClaim({ id: 'college', kind: 'school', subkind: 'college-or-university' }),
		aClaim({ id: 'gone', status: 'closed', openingTimes: 'Sa 10:00-12:00' })
	],
	[],
	AREAS,
	COLLECTIONS
);

it.each<[Partial<DirectoryChoice>, string[]]>([
	[{}, ['hub', 'hall', 'college']],
	[{ statuses: ['closed'] }, ['gone']],
	[{ babies: ['yes'] }, ['hub']],
	[{ babies: ['yes', 'no'] }, ['hub', 'college']],
	[{ late: ['yes'] }, ['hall']],
	[{ late: ['yes'], babies: ['yes'] }, []]
])('%j lets through %j', (choice, ids) => {
	expect(chooseRows(rows, { ...NO_CHOICE, ...choice }, AREAS).map(({ id }) => id)).toEqual(ids);
});
