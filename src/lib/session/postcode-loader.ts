/** Loads pieces of a region's postcodes, each once. */
import { asset } from '$app/paths';
import { keepSet } from '../app/offline.ts';
import {
	filesOf,
	POSTCODES_INDEX,
	type PostcodePiece,
	type PostcodesIndex
} from '../postcodes/piece.ts';

/** A region, with where its postcodes are listed. */
export interface WithPostcodes {
	name: string;
	files: readonly { part: string; path: string }[];
}

export class PostcodeLoader {
	readonly #region: WithPostcodes;
	readonly #files = new Map<string, Promise<unknown>>();

	constructor(region: WithPostcodes) {
		this.#region = region;
	}

	/**
	 * The postcodes with a first half, or null where the region has none. Throws when they
	 * cannot be loaded; asking again then tries again.
	 */
	readonly piece = async (outward: string): Promise<PostcodePiece | null> => {
		const { pieces } = await this.#index();
		const path = Object.hasOwn(pieces, outward) ? pieces[outward] : undefined;
		if (path === undefined) return null;
		const file = (await this.#load(path, 'no-store')) as PostcodePiece[];
		const piece = file.find((one) => one.outward === outward);
		if (!piece) throw new Error('the file is of other postcodes');
		return piece;
	};

	/** Keep all of the region's postcodes, so that any can be looked up without a connection. Does nothing where that fails. */
	async keepAll(): Promise<void> {
		const index = await this.#index().catch(() => null);
		if (index) keepSet(filesOf(index).map((path) => asset(`/${path}`)));
	}

	async #index(): Promise<PostcodesIndex> {
		const listed = this.#region.files.find(({ part }) => part === POSTCODES_INDEX);
		if (!listed) throw new Error(`the pack of ${this.#region.name} has no postcodes`);
		return (await this.#load(listed.path)) as PostcodesIndex;
	}

	/** A piece is kept by this page alone: which was asked for says where somebody lives. */
	#load(path: string, cache: RequestCache = 'default'): Promise<unknown> {
		let file = this.#files.get(path);
		if (!file) {
			file = fetchJson(path, cache);
			this.#files.set(path, file);
			file.catch(() => this.#files.delete(path));
		}
		return file;
	}
}

async function fetchJson(path: string, cache: RequestCache): Promise<unknown> {
	const response = await fetch(asset(`/${path}`), { cache }).catch(() => {
		throw new Error('there is no connection');
	});
	if (!response.ok) throw new Error(`the server answered ${response.status}`);
	return response.json();
}
