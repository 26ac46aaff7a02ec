import { expect, it } from 'vitest';
import { textColumn } from '../layers/columns.ts';
import { areasCsv } from './areas-csv.ts';
import { CAVEATS } from './reading.ts';

it('says what was found and how to read it, then a row a neighbourhood that no spreadsheet runs', () => {
	const columns = [
		textColumn({ id: 'name', label: 'Community', description: '' }, ['Alder', '=1+1']),
		{
			...textColumn({ id: 'within', label: 'Within reach', description: '' }, []),
			values: [12.5, null]
		}
	];
	const rows = areasCsv({ headline: 'Two hubs' }, ['E1', 'E2'], columns).trim().split('\n');
	expect(rows[0]).toBe('Two hubs');
	expect(rows).toHaveLength(1 + CAVEATS.length + 3);
	expect(rows.slice(-3)).toEqual(['Code,Community,Within reach', 'E1,Alder,12.5', "E2,'=1+1,"]);
});
