/**
 * Local telephone numbers for people who need help now. A number that is wrong does harm, so each
 * has an owner, a source and the day it was checked, and stands on no page 90 days later.
 */
import { parseRecords } from '../access/records.ts';
import { publicPhone } from '../register/contacts.ts';

/** Days after its check for which a number may be printed. */
export const CHECKED_DAYS = 90;

export interface HelpNumber {
	/** Code of the area whose pages print it: a district, a locality or a community. */
	area: string;
	/** What it is for: "Maternity helpline, James Paget University Hospital". */
	name: string;
	phone: string;
	/** The organisation that answers for it. */
	owner: string;
	/** Where it is published. */
	source: string;
	/** The day that somebody rang or read it. */
	checked: string;
}

const COLUMNS = ['area', 'name', 'phone', 'owner', 'source', 'checked'] as const;

/** The numbers of a file. Throws a line that names the row and column of what is not right. */
export function parseHelpNumbers(csv: string, file: string): HelpNumber[] {
	const records = parseRecords(csv, file, COLUMNS);
	return Array.from({ length: records.count }, (_, row) => {
		const [area, name, phone, owner, source, checked] = COLUMNS.map((column) =>
			records.text(row, column)
		) as [string, string, string, string, string, string];
		if (publicPhone(phone) === null)
			throw records.fault(row, 'phone', 'is no telephone number of ten or eleven digits');
		if (!/^\d{4}-\d{2}-\d{2}$/.test(checked) || Number.isNaN(Date.parse(checked)))
			throw records.fault(row, 'checked', 'is no day such as 2026-11-30');
		return { area, name, phone, owner, source, checked };
	});
}

const DAY = 86_400_000;

/** Those that were checked in the 90 days up to a day, and not after it. */
export const printable = (numbers: readonly HelpNumber[], today: string): HelpNumber[] =>
	numbers.filter(({ checked }) => {
		const days = (Date.parse(today) - Date.parse(checked)) / DAY;
		return days >= 0 && days <= CHECKED_DAYS;
	});
