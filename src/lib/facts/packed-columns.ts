/**
 * Columns of numbers as the file of a part holds them: as characters (`stats/packed-numbers.ts`),
 * the numbers themselves or the steps between them, whichever is shorter. Nothing is rounded: what
 * is read is what was written, to the last digit.
 */
import { numbersIn, signed, unsigned, written } from '../stats/packed-numbers.ts';

interface PackedColumn {
	packed: string;
	/** Decimals of the numbers; none where they are whole. */
	decimals?: number;
	/** Whether each is how far it is from the one before. */
	isSteps?: true;
	/** Whether 0 stands for a number that is missing, and each other for one less. */
	hasGaps?: true;
}

/** Fewer are not worth what is written beside them. */
const FEWEST = 16;
/** Numbers with more decimals stay as they are. */
const MOST_DECIMALS = 6;

/** Data as JSON has it, with each list of numbers in it as characters. */
export function packColumns(content: unknown): unknown {
	if (Array.isArray(content)) return packed(content) ?? content.map(packColumns);
	return isObject(content) ? mapValues(content, packColumns) : content;
}

/**
 * The data again.
 *
 * @throws where the characters are damaged
 */
export function unpackColumns(content: unknown): unknown {
	if (Array.isArray(content)) return content.map(unpackColumns);
	if (!isObject(content)) return content;
	return typeof content['packed'] === 'string'
		? unpacked(content as unknown as PackedColumn)
		: mapValues(content, unpackColumns);
}

const isObject = (content: unknown): content is Record<string, unknown> =>
	typeof content === 'object' && content !== null;

const mapValues = (content: object, change: (value: unknown) => unknown): object =>
	Object.fromEntries(Object.entries(content).map(([key, value]) => [key, change(value)]));

function packed(list: readonly unknown[]): PackedColumn | null {
	if (list.length < FEWEST || !list.every(isNumberOrGap) || list.every((one) => one === null)) {
		return null;
	}
	const decimals = Math.max(...list.map(decimalsOf));
	const scale = 10 ** decimals;
	const units = list.map((one) => (one === null ? null : Math.round(one * scale)));
	const isExact = units.every((one, at) => one === null || Object.is(one / scale, list[at]));
	if (decimals > MOST_DECIMALS || !isExact || !units.every(isSafe)) return null;
	const hasGaps = units.includes(null);
	const write = (numbers: readonly (number | null)[]) =>
		written(numbers.map((one) => (one === null ? 0 : signed(one) + (hasGaps ? 1 : 0))));
	let last = 0;
	const steps = units.map((one) => {
		if (one === null) return null;
		const step = one - last;
		last = one;
		return step;
	});
	const [whole, between] = [write(units), write(steps)];
	const isSteps = between.length < whole.length;
	return {
		packed: isSteps ? between : whole,
		...(decimals > 0 && { decimals }),
		...(isSteps && { isSteps }),
		...(hasGaps && { hasGaps })
	};
}

function unpacked({ packed, decimals = 0, isSteps, hasGaps }: PackedColumn): (number | null)[] {
	const scale = 10 ** decimals;
	let last = 0;
	return numbersIn(packed).all((code) => {
		if (hasGaps && code-- === 0) return null;
		const units = unsigned(code);
		if (!isSteps) return units / scale;
		last += units;
		return last / scale;
	});
}

const isNumberOrGap = (one: unknown): one is number | null => one === null || Number.isFinite(one);

/** Twice as large a number is written, and the step between two of them may be. */
const isSafe = (units: number | null): boolean =>
	units === null || Math.abs(units) <= Number.MAX_SAFE_INTEGER / 8;

/** How many decimals a number is written with; too many where it is written with an exponent. */
function decimalsOf(one: number | null): number {
	const text = String(one ?? 0);
	return text.includes('e') ? Infinity : (text.split('.')[1]?.length ?? 0);
}
