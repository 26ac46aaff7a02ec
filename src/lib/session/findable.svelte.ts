/**
 * The places that a search can find: those of every layer, shown or not. They are loaded once
 * somebody goes to search, so that who only looks at the map does not fetch them.
 */
import { untrack } from 'svelte';
import { available, layersIn } from '../layers/available.ts';
import { OVERLAYS } from '../layers/index.ts';
import type { RegionSummary } from '../facts/manifest.ts';
import type { NamedService } from '../register/named-services.ts';
import type { SearchAsset } from '../search/entries.ts';
import { buildView, partsFor, type Shown, type View } from '../view/view.ts';
import type { PartName } from '../facts/parts.ts';
import type { PackLoader } from './pack-loader.svelte.ts';

const SERVICES = 'named-services';
const NO_SERVICES: readonly NamedService[] = [];

export class Findable {
	#searching = $state(false);
	readonly #assets: SearchAsset[];
	readonly #services: readonly NamedService[];

	/** Make it while a component is being set up; `view` is what the page shows. */
	constructor(region: RegionSummary, loader: PackLoader, view: () => View | null) {
		const parts = region.files.map(({ part }) => part);
		/** What would show every place, over the layer that is shown. */
		const everywhere = $derived.by((): Shown | null => {
			const now = view();
			const main = now?.layers.find(({ layer }) => layer.kind === 'areas')?.layer;
			if (!this.#searching || !now || !main) return null;
			const places = layersIn(OVERLAYS, now.edition.id, parts).filter(
				(layer) => layer.kind === 'points' && available(layer, now.edition.id)
			);
			return {
				layer: main.id,
				edition: now.edition.id,
				overlays: places.map(({ id }) => id),
				marking: 'outline',
				breaks: null
			};
		});
		$effect(() => {
			if (!everywhere) return;
			const needed = partsFor(everywhere);
			untrack(() => void loader.ensure([...needed, SERVICES]));
		});
		const found = $derived.by(() => {
			const isHere = (part: PartName) => loader.get(part) !== undefined;
			if (!everywhere || !partsFor(everywhere).every(isHere)) return view();
			return buildView(region, everywhere, loader.parts);
		});
		this.#assets = $derived(found ? assetsOf(found) : []);
		this.#services = $derived(
			this.#searching ? (loader.get(SERVICES)?.services ?? NO_SERVICES) : NO_SERVICES
		);
	}

	get assets(): readonly SearchAsset[] {
		return this.#assets;
	}

	/** Services of the whole area, which have no place. */
	get services(): readonly NamedService[] {
		return this.#services;
	}

	/** Somebody goes to search. */
	start(): void {
		this.#searching = true;
	}
}

function assetsOf({ layers, areas }: View): SearchAsset[] {
	return layers.flatMap(({ layer, contribution: { drawing } }) =>
		drawing.kind !== 'points'
			? []
			: drawing.points.map(({ id, name, kind, longitude, latitude, area }) => ({
					id,
					name,
					kind,
					longitude,
					latitude,
					area: area === null ? null : (areas.codes[area] ?? null),
					layer: layer.id,
					group: layer.title
				}))
	);
}
