/**
 * A view that is shown only once all that its layer and edition need has come: until
 * then, or if it never does, it goes on showing the one before, so that map, legend,
 * table and sentences always speak of the same thing.
 */
import { untrack } from 'svelte';
import { DEFAULT_EDITION, EDITIONS } from '../facts/editions.ts';
import { layerById } from '../layers/index.ts';
import type { RegionSummary } from '../facts/manifest.ts';
import { defaultState } from '../url/map-state.ts';
import { boundariesPart, type PartName } from '../facts/parts.ts';
import { buildView, partsFor, SHOWN, type Shown, type View } from '../view/view.ts';
import type { PackLoader } from './pack-loader.svelte.ts';

export class SettledView {
	readonly #region: RegionSummary;
	readonly #loader: PackLoader;
	readonly #wanted: () => Shown | null;
	/** Whether it is drawn, and so needs the boundaries of its areas. */
	readonly #isDrawn: boolean;
	/** What was shown last, where what is wanted isn't there yet. */
	#last: Pick<Shown, 'layer' | 'edition' | 'breaks'> = {
		layer: defaultState().layer,
		edition: DEFAULT_EDITION,
		breaks: null
	};

	readonly #settled = $derived.by(() => {
		const shown = this.#wanted();
		if (shown && this.#has(shown)) {
			const { layer, edition, breaks } = shown;
			this.#last = { layer, edition, breaks };
		}
		return this.#last;
	});

	/** What the view is made of, as text, so that nothing else of the page's state makes it anew. */
	readonly #question = $derived.by(() => {
		const shown = this.#wanted();
		return shown && JSON.stringify([...SHOWN.map((key) => shown[key]), this.#settled]);
	});

	readonly #view: View | null = $derived.by(() => {
		const shown = this.#question === null ? null : untrack(this.#wanted);
		if (!shown) return null;
		return buildView(
			this.#region,
			{ ...shown, ...untrack(() => this.#settled) },
			this.#loader.parts
		);
	});

	/** Make it while a component is being set up; `wanted` may be reactive, null is no view. */
	constructor(
		region: RegionSummary,
		loader: PackLoader,
		wanted: () => Shown | null,
		{ isDrawn }: { isDrawn: boolean } = { isDrawn: true }
	) {
		this.#isDrawn = isDrawn;
		this.#region = region;
		this.#loader = loader;
		this.#wanted = wanted;
		$effect(() => this.#load());
	}

	/** The view, or null where none is wanted or even the areas are missing. */
	get view(): View | null {
		return this.#view;
	}

	/** Whether the wanted layer and edition are the ones that are shown. */
	get isSettled(): boolean {
		const shown = this.#wanted();
		const { layer, edition } = this.#settled;
		return shown !== null && layer === shown.layer && edition === shown.edition;
	}

	/** What is still on its way, in words. */
	get pending(): readonly string[] {
		const shown = this.#wanted();
		if (!shown) return [];
		return this.isSettled
			? (this.#view?.waiting ?? [])
			: [`${layerById(shown.layer).title}, ${EDITIONS[shown.edition].short}`];
	}

	#load(): void {
		const shown = this.#wanted();
		if (!shown) return;
		const needed = [...partsFor(shown), ...this.#boundaries(shown)];
		untrack(() => void this.#loader.ensure(needed));
	}

	/** Whether all that a layer and an edition need has come. */
	#has(shown: Shown): boolean {
		const needed = [...partsFor({ ...shown, overlays: [] }), ...this.#boundaries(shown)];
		return needed.every((part) => this.#loader.get(part));
	}

	#boundaries({ edition }: Shown): PartName[] {
		return this.#isDrawn ? [boundariesPart(EDITIONS[edition])] : [];
	}
}
