/** Loads the parts of a region's pack, each once, and says what is under way or failed. */
import { asset } from '$app/paths';
import { SvelteMap } from 'svelte/reactivity';
import { asCorrected, type OwnAsset } from '../register/own-part.ts';
import { baseOf, completeBoundaries } from '../geometry/boundaries.ts';
import type { AssetsPart } from '../register/parts.ts';
import type { StoredBoundaries } from '../geometry/parts.ts';
import type { RegionSummary } from '../facts/manifest.ts';
import { fromFile } from '../facts/part-file.ts';
import type { Part, PartName, PartOf } from '../facts/parts.ts';
import { PartReader } from '../facts/reader.ts';

type Slot =
	| { status: 'loading'; done: Promise<void> }
	| { status: 'ready'; content: Part }
	| { status: 'failed'; reason: string };

export class PackLoader {
	readonly #region: RegionSummary;
	readonly #slots = new SvelteMap<PartName, Slot>();
	#own = $state.raw<readonly OwnAsset[]>([]);
	/** Parts as the reader's own list corrects them; a part is the same until that list is another. */
	readonly #corrected = $derived.by(() => {
		const own = this.#own;
		const known = new WeakMap<AssetsPart, AssetsPart>();
		return (part: AssetsPart): AssetsPart => {
			const found = known.get(part) ?? asCorrected(part, own);
			known.set(part, found);
			return found;
		};
	});

	/** What is loaded, by name; areas are decoded once. */
	readonly parts = new PartReader((name) => this.#content(name));

	/** Start with the parts that came with the page. */
	constructor(region: RegionSummary, parts: readonly Part[]) {
		this.#region = region;
		for (const content of parts)
			this.#slots.set(content.part as PartName, { status: 'ready', content });
	}

	/** A loaded part, assets as the reader's own list corrects them; or undefined. */
	get<Name extends PartName>(part: Name): PartOf<Name> | undefined {
		return this.parts.find(part);
	}

	#content(part: PartName): Part | undefined {
		const slot = this.#slots.get(part);
		if (slot?.status !== 'ready') return undefined;
		const { content } = slot;
		return content.kind === 'assets' ? this.#corrected(content) : content;
	}

	/** Put the reader's own assets there: as a part of their own, and as corrections of the others. */
	bring({ assets, part }: { assets: readonly OwnAsset[]; part: AssetsPart }): void {
		// None before and none now corrects nothing: the page needn't be made anew.
		if (assets.length > 0 || this.#own.length > 0) this.#own = assets;
		this.#slots.set(part.part as PartName, { status: 'ready', content: part });
	}

	/** Those of some parts that could be loaded, by name; null while any of them is on its way. */
	whatCame(parts: readonly PartName[]): ReadonlyMap<PartName, Part> | null {
		const failed = this.failures().map(({ part }) => part);
		const there = parts.filter((part) => !failed.includes(part));
		const found = there.flatMap((part) => {
			const content = this.get(part);
			return content ? [[part, content] as const] : [];
		});
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- made once and never changed
		return found.length === there.length ? new Map(found) : null;
	}

	/** Parts that could not be loaded, with the reason in words. */
	failures(): { part: PartName; reason: string }[] {
		return [...this.#slots].flatMap(([part, slot]) =>
			slot.status === 'failed' ? [{ part, reason: slot.reason }] : []
		);
	}

	/** Load what isn't there, and wait for what is under way. Never throws: failures are kept. */
	async ensure(parts: readonly PartName[]): Promise<void> {
		await Promise.all(
			parts.map((part) => {
				const slot = this.#slots.get(part);
				if (slot) return slot.status === 'loading' ? slot.done : undefined;
				const done = this.#load(part);
				this.#slots.set(part, { status: 'loading', done });
				return done;
			})
		);
	}

	/** Try again what failed. */
	async retry(): Promise<void> {
		const failed = this.failures().map(({ part }) => part);
		for (const part of failed) this.#slots.delete(part);
		await this.ensure(failed);
	}

	async #load(part: PartName): Promise<void> {
		try {
			const base = baseOf(part);
			const [content] = await Promise.all([this.#fetch(part), base && this.ensure([base])]);
			this.#slots.set(part, { status: 'ready', content: this.#complete(content) });
		} catch (error) {
			this.#slots.set(part, { status: 'failed', reason: inPlainWords(error) });
		}
	}

	/** Boundaries with the arcs that they share with another part; anything else as it is. */
	#complete(content: Part | StoredBoundaries): Part {
		if (!('base' in content)) return content;
		const base = this.get(content.base);
		if (!base) throw new Error('the outlines that these share lines with could not be loaded');
		return completeBoundaries(content, base);
	}

	async #fetch(part: PartName): Promise<Part | StoredBoundaries> {
		const file = this.#region.files.find((candidate) => candidate.part === part);
		if (!file) throw new Error(`the pack of ${this.#region.name} has no part “${part}”`);
		const response = await fetch(asset(`/${file.path}`));
		if (!response.ok) throw new Error(`the server answered ${response.status}`);
		const content = fromFile((await response.json()) as object);
		if (content.part !== part) throw new Error('the file is of another part');
		return content;
	}
}

/** Why a file could not be loaded, without the words of the browser's own errors. */
function inPlainWords(error: unknown): string {
	if (!navigator.onLine) return 'this device is offline';
	if (error instanceof SyntaxError) return 'the server sent something else than data';
	if (error instanceof TypeError) return 'the server could not be reached';
	return error instanceof Error ? error.message : 'the reason is not known';
}
