/** GP practices and primary care networks of a board, of the payments year 2022/23. */
import { formatCount } from '../text/format.ts';
import type { Facts } from '../facts/facts.ts';
import { numbers, optionalStrings, strings } from '../facts/table.ts';
import type { Method } from './method.ts';

const DATASET = 'pcn-practices-2022-23';

interface Practice {
	closed: boolean;
	network: string | null;
	patients: number;
}

/** The payments file knows boards by their organisation code; the networks have both. */
function practicesOf(facts: Facts, board: string): Practice[] {
	const organisations = strings(facts.table('pcns'), 'icb_ods');
	const row = strings(facts.table('pcns'), 'icb24').indexOf(board);
	const organisation = organisations[row];
	if (organisation === undefined) throw new Error(`pcns: no network of ${board}`);
	const table = facts.table(DATASET);
	const closed = optionalStrings(table, 'close_date');
	const networks = optionalStrings(table, 'pcn');
	const patients = numbers(table, 'patients');
	return strings(table, 'icb_ods').flatMap((code, practice) => {
		const network = networks[practice] ?? null;
		return code === organisation
			? [
					{
						closed: closed[practice] !== null,
						network,
						patients: patients[practice] ?? NaN
					}
				]
			: [];
	});
}

export const practices: Method<'practices'> = ({ facts }, { board }) => {
	const all = practicesOf(facts, board);
	const open = all.filter(({ closed }) => !closed).length;
	return {
		value: open,
		figure: `${formatCount(open)} practices`,
		basis: `practices paid in 2022/23 without a closing date (${formatCount(all.length)} with closed ones)`
	};
};

export const networks: Method<'networks'> = ({ facts }, { board }) => {
	const open = practicesOf(facts, board).filter(({ closed }) => !closed);
	const found = new Set(open.flatMap(({ network }) => network ?? [])).size;
	return {
		value: found,
		figure: `${formatCount(found)} networks`,
		basis: 'networks with an open practice in 2022/23'
	};
};

export const patientsPerPractice: Method<'patients-per-practice'> = ({ facts }, { board }) => {
	const open = practicesOf(facts, board).filter(({ closed }) => !closed);
	const total = open.reduce((sum, { patients }) => sum + patients, 0);
	const mean = total / open.length;
	return {
		value: mean,
		figure: formatCount(mean),
		basis: `${formatCount(total)} registered patients in ${formatCount(open.length)} open practices, 2022/23`
	};
};
