/**
 * Reading and writing the state of a page as query parameters. Defaults are left out, so
 * that the plain address is the plain page. Unknown or broken parameters are ignored and
 * reported, never an error: an old link still opens the page.
 */

export interface Field<T> {
	/** Value of the parameter, or what is wrong with it, or both where a part can be kept. */
	read: (text: string) => { value?: T; complaint?: string };
	/** Text of the parameter, given a value that is not the default. */
	write: (value: T) => string;
}

export type Fields<State> = { [Key in keyof State]: Field<State[Key]> };

export interface ReadState<State> {
	state: State;
	/** What could not be understood, in words for the reader; nothing is said twice. */
	notes: string[];
}

export interface Codec<State> {
	/** What the plain address means. */
	defaults: () => State;
	/** Read a state from the query of an address. */
	read: (query: string) => ReadState<State>;
	/**
	 * Query parameters of a state: nothing for the plain page, else what differs from the
	 * defaults and always what is stated, so that a link means the same when defaults change.
	 */
	parameters: (state: State) => URLSearchParams;
	/** The query of an address, with readable commas: "?layer=…" or nothing. */
	query: (state: State) => string;
}

export interface CodecOptions<State> {
	defaults: () => State;
	fields: Fields<State>;
	/** Names of the parameters, in the order they stand in an address. */
	parameters: readonly (readonly [keyof State & string, string])[];
	/** What every link but the plain one states. */
	stated: readonly (keyof State)[];
}

/** The codec of a page's state. */
export function makeCodec<State extends object>(options: CodecOptions<State>): Codec<State> {
	const { defaults, fields, parameters: names, stated } = options;
	const text = <Key extends keyof State>(state: State, key: Key) => fields[key].write(state[key]);
	const readField = <Key extends keyof State>(
		state: State,
		key: Key,
		given: string,
		notes: string[]
	) => {
		const { value, complaint } = fields[key].read(given);
		if (value !== undefined) state[key] = value;
		if (complaint !== undefined) notes.push(`Part of this link was left out: ${complaint}.`);
	};
	const parameters = (state: State) => {
		const plain = defaults();
		const changed = names.filter(([key]) => text(state, key) !== text(plain, key));
		const written = new URLSearchParams();
		for (const [key, name] of names) {
			const isStated = stated.includes(key) && changed.length > 0;
			if (isStated || changed.some(([other]) => other === key)) {
				written.set(name, text(state, key));
			}
		}
		return written;
	};
	return {
		defaults,
		read(query) {
			const given = new URLSearchParams(query);
			const state = defaults();
			const notes: string[] = [];
			for (const [key, name] of names) {
				const value = given.get(name);
				if (value !== null) readField(state, key, value, notes);
			}
			return { state, notes: saidOnce(notes) };
		},
		parameters,
		query(state) {
			const query = parameters(state).toString().replaceAll('%2C', ',');
			return query === '' ? '' : `?${query}`;
		}
	};
}

/** Notes without those that were said before: two parameters may be wrong in the same way. */
export const saidOnce = (notes: Iterable<string>): string[] => [...new Set(notes)];

/** One of some words. */
export const oneOf = <T extends string>(allowed: readonly T[], what: string): Field<T> => ({
	read: (text) => {
		const value = allowed.find((candidate) => candidate === text);
		return value === undefined
			? { complaint: `there is no ${what} “${shorten(text)}”` }
			: { value };
	},
	write: (value) => value
});

const AREA_CODE = /^[EW]\d{8}$/;

/** The code of an area of any level, or none. */
export const areaCode: Field<string | null> = {
	read: (text) =>
		AREA_CODE.test(text)
			? { value: text }
			: { complaint: `“${shorten(text)}” is not the code of an area, such as E01026594` },
	write: (code) => code ?? ''
};

/** A text of a stranger, short enough to be shown. */
export function shorten(text: string): string {
	return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
