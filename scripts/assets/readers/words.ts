/** What several readers say of their sources. */
import type { Head } from '../reader.ts';
import type { Format } from '../rows.ts';

const OGL = 'Contains public sector information licensed under the Open Government Licence v3.0.';
const POSTCODES =
	'Contains OS data © Crown copyright and database right. Contains Royal Mail data © Royal Mail copyright and database right. Contains National Statistics data © Crown copyright and database right.';

/** Attribution of a table under the Open Government Licence that was placed by postcode. */
export const oglFrom = (publisher: string): string => `${OGL} ${POSTCODES} ${publisher}`;

export const PLACED_BY_POSTCODE =
	'Placed at the centre of the postcode where the postcode table has it; elsewhere no point';

/** CSV or tab-separated, as the file is. */
export const separated = ({ kind }: Head): Format => ({
	kind: 'csv',
	delimiter: kind === 'tsv' ? '\t' : ','
});

/** Does a file have all these columns? */
export const hasAll = ({ names }: Head, columns: readonly string[]): boolean =>
	columns.every((column) => names.includes(column));

/** A number of pounds in words: 1234567 → "£1,234,567". */
export const pounds = (amount: number): string => `£${Math.round(amount).toLocaleString('en-GB')}`;
