/** Loads the parts of a region's pack, each once, and says what is under way or failed. */
import { asset } from '$app/paths';
import { SvelteMap } from 'svelte/reactivity';
import type {
	BasemapPart,
	BoundariesPart,
	CoveragePart,
	RegionSummary,
	RegisterPart,
	ResidentPointsPart
} from '../region/pack.ts';
import type { KnowledgePart } from '../view/view.ts';

export type PackPart =
	KnowledgePart | BoundariesPart | BasemapPart | ResidentPointsPart | CoveragePart | RegisterPart;

type Slot =
	| { status: 'loading' }
	| { status: 'ready'; content: PackPart }
	| { status: 'failed'; reason: string };

export class PackLoader {
	readonly #region: RegionSummary;
	readonly #slots = new SvelteMap<string, Slot>();

	/** Start with the parts that came with the page. */
	constructor(region: RegionSummary, parts: readonly PackPart[]) {
		this.#region = region;
		for (const content of parts) this.#slots.set(content.part, { status: 'ready', content });
	}

	/** A loaded part, or undefined. */
	get(part: string): PackPart | undefined {
		const slot = this.#slots.get(part);
		return slot?.status === 'ready' ? slot.content : undefined;
	}

	/** Put a part there that comes from no pack, such as the reader's own assets. */
	put(content: PackPart): void {
		this.#slots.set(content.part, { status: 'ready', content });
	}

	/** Parts that could not be loaded, with the reason in words. */
	failures(): { part: string; reason: string }[] {
		return [...this.#slots].flatMap(([part, slot]) =>
			slot.status === 'failed' ? [{ part, reason: slot.reason }] : []
		);
	}

	/** Load what isn't there or under way. Never throws: failures are kept. */
	async ensure(parts: readonly string[]): Promise<void> {
		await Promise.all(
			parts.filter((part) => !this.#slots.has(part)).map((part) => this.#load(part))
		);
	}

	/** Try again what failed. */
	async retry(): Promise<void> {
		const failed = this.failures().map(({ part }) => part);
		for (const part of failed) this.#slots.delete(part);
		await this.ensure(failed);
	}

	async #load(part: string): Promise<void> {
		this.#slots.set(part, { status: 'loading' });
		try {
			this.#slots.set(part, { status: 'ready', content: await this.#fetch(part) });
		} catch (error) {
			this.#slots.set(part, { status: 'failed', reason: inPlainWords(error) });
		}
	}

	async #fetch(part: string): Promise<PackPart> {
		const file = this.#region.files.find((candidate) => candidate.part === part);
		if (!file) throw new Error(`the pack of ${this.#region.name} has no part “${part}”`);
		const response = await fetch(asset(`/${file.path}`));
		if (!response.ok) throw new Error(`the server answered ${response.status}`);
		const content = (await response.json()) as PackPart;
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
