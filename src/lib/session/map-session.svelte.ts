/**
 * The session of the map page: what its address shows, settled, on one map or on two; what is
 * chosen in it, and what a search can find.
 */
import { untrack } from 'svelte';
import { asset } from '$app/paths';
import { keepSet, whenKeeping } from '../app/offline.ts';
import { whenTouched } from '../app/when-idle.ts';
import { centreOfPeople } from '../areas/region.ts';
import type { EditionId } from '../facts/editions.ts';
import { boundariesPart, type PartName } from '../facts/parts.ts';
import { PartReader } from '../facts/reader.ts';
import { whyNotHeld, type Held } from '../layers/available.ts';
import { layerById, LAYERS } from '../layers/index.ts';
import type { SearchAsset } from '../search/entries.ts';
import type { FoundPlace } from '../search/suggestions.ts';
import type { Codec } from '../url/codec.ts';
import { publicPart } from '../url/held-back.ts';
import { heldIn, mapCodecOf } from '../url/region-codec.ts';
import type { MapState } from '../url/map-state.ts';
import { changeToShow, pointLayersOf, shownBeside, shownBy } from '../view/shown.ts';
import { selectIn, unknownArea, type Shown } from '../view/view.ts';
import { Findable } from './findable.svelte.ts';
import { PostcodeLoader } from './postcode-loader.ts';
import { RegionSession, type SessionStart } from './region-session.svelte.ts';
import { SettledView } from './settled-view.svelte.ts';

export class MapSession extends RegionSession<MapState> {
	readonly partNames: readonly string[];
	/** What of layers the region has. */
	readonly held: Held;
	readonly postcodes: PostcodeLoader;
	readonly findable: Findable;
	readonly #codec: Codec<MapState>;
	readonly #first: SettledView;
	readonly #second: SettledView;
	/** What to say once the asked for layer or edition is shown. */
	#promised = $state.raw<string | null>(null);

	// As texts: choosing an area or moving the map changes neither, so no view is built again.
	readonly #asked = $derived.by(() => JSON.stringify(shownBy(this.url.state)));
	readonly #askedBeside = $derived.by(() => JSON.stringify(shownBeside(this.url.state)));
	readonly #shown = $derived(JSON.parse(this.#asked) as Shown);
	readonly #beside = $derived(JSON.parse(this.#askedBeside) as Shown | null);

	/** What the first map shows; null while even its areas are missing. */
	readonly view = $derived.by(() => this.#first.view);
	/** What the second map shows; null is no second map. */
	readonly other = $derived.by(() => this.#second.view);
	readonly #area = $derived.by(() => this.url.state.area);
	/** What is chosen, as either map has it; null where it hasn't. */
	readonly chosen = $derived(this.view ? selectIn(this.view, this.#area) : null);
	readonly chosenInOther = $derived(this.other ? selectIn(this.other, this.#area) : null);
	/** Neighbourhoods of what is chosen, on either map: the same object while it is the same area. */
	readonly selected = $derived(this.chosen?.selection.members ?? []);
	readonly selectedInOther = $derived(this.chosenInOther?.selection.members ?? []);
	/** Why the area of the address is not shown; null where it is, or none is asked for. */
	readonly unknown = $derived(
		this.view && this.#area !== null && !this.chosen ? unknownArea(this.view, this.#area) : null
	);
	/** Layers that there is something of here. */
	readonly layersHere = $derived.by(() =>
		LAYERS.filter((layer) => whyNotHeld(layer, this.url.state.edition, this.held) === null)
	);
	readonly pointLayers = $derived(this.view ? pointLayersOf(this.view) : []);

	/** Make it while a component is being set up, one for each region. */
	constructor(start: Omit<SessionStart<MapState>, 'codec'>) {
		const { region } = start;
		const codec = mapCodecOf(region);
		super({ ...start, codec });
		this.#codec = codec;
		this.partNames = region.files.map(({ part }) => part);
		this.held = heldIn(region);
		this.postcodes = new PostcodeLoader(region);
		this.#first = new SettledView(region, this.loader, () => this.#shown);
		this.#second = new SettledView(region, this.loader, () => this.#beside);
		this.findable = new Findable(region, this.loader, () => this.view);
		this.want(() => ['basemap']);
		$effect(() => {
			// Whoever only looks in pays for none of it.
			let callOff = whenTouched(() => {
				callOff = whenKeeping(() => void this.#keepForLater());
			});
			return () => callOff();
		});
		$effect(() => {
			if (this.#promised === null || !this.#first.isSettled) return;
			this.say([this.#promised, this.unknown].filter((words) => words !== null).join(' '));
			this.#promised = null;
		});
	}

	/** Keep what finding an area and opening its card would load, so that both work without a connection. */
	async #keepForLater(): Promise<void> {
		void this.postcodes.keepAll();
		// Where its code does not come now, the next visit keeps it.
		const code = await import('../view/card-parts.ts').catch(() => null);
		const files = this.region.files.filter(({ part }) => code?.CARD_PARTS.has(part as PartName));
		keepSet(files.map(({ path }) => asset(`/${path}`)));
	}

	/** What either map still waits for, in words. */
	get waiting(): readonly string[] {
		return this.underWay(this.#first.pending);
	}
	get otherWaiting(): readonly string[] {
		return this.underWay(this.#second.pending);
	}

	/** A step. What is said to be shown must be shown: a layer or an edition may still have to be loaded. */
	readonly change = (change: Partial<MapState>, announcement: string): void => {
		this.url.go(change);
		if ('layer' in change || 'edition' in change) this.#promised = announcement;
		else this.say(announcement);
	};

	/** Choose an area, of whatever level, or none. */
	select(code: string | null): void {
		if (!this.view) return;
		if (code === null) {
			if (this.url.state.area !== null) this.change({ area: null }, 'Selection cleared.');
			return;
		}
		this.change({ area: code }, this.#selected(code));
	}

	#selected(code: string): string {
		const found = this.view && selectIn(this.view, code);
		const said = found?.unit == null ? '' : ` ${this.view?.label(found.unit).text}.`;
		return `${found?.selection.name ?? code} selected.${said}`;
	}

	/** Choose the neighbourhood that a postcode or the reader's device led to; no address says it. `arriving`: the page was opened for it. */
	showFound({ code, longitude, latitude, by }: FoundPlace, arriving = false): void {
		const found = { by, area: code, longitude, latitude };
		if (arriving) this.url.arriveAtFound(found);
		else this.url.goToFound(found);
		if (code !== null) this.say(this.#selected(code));
	}

	/** Where the people of the neighbourhood that is held back from the address live; null where none is. */
	get middleHeld(): [longitude: number, latitude: number] | null {
		const { view, chosen, url } = this;
		return view && chosen && url.holdsArea
			? centreOfPeople(view.areas, chosen.selection.members)
			: null;
	}

	/** The query of an address that shows the same layers, without where the map rests or what was found. */
	get query(): string {
		const { state, found } = this.url;
		return this.#codec.query({ ...publicPart(state, found), camera: null });
	}

	/** Show a layer that was searched for, in an edition that has it. */
	showLayer(id: string): void {
		const { title } = layerById(id);
		const change = changeToShow(this.url.state, id);
		if (change) this.change(change, `${title} shown.`);
		else this.say(`${title} is on the map.`);
	}

	/** Show the layer of an asset that was searched for. */
	showLayerOf({ name, layer, group }: SearchAsset): void {
		const change = changeToShow(this.url.state, layer);
		if (change) this.change(change, `${name}. ${group} shown.`);
	}

	/** Whether a layer is on the map by now. */
	shows(id: string): boolean {
		return this.view?.layers.some(({ layer }) => layer.id === id) ?? false;
	}

	/** The neighbourhood at a position of the reader's, found here and sent nowhere. */
	readonly locate = async (longitude: number, latitude: number): Promise<string | null> => {
		if (!this.view) return null;
		const { edition } = this.view;
		await this.loader.ensure([boundariesPart(edition)]);
		const boundaries = this.boundariesOf(edition);
		if (!boundaries) throw new Error('the boundaries could not be loaded');
		const { areaAt } = await import('../search/locate.ts');
		return areaAt(boundaries, longitude, latitude);
	};

	/** Fetch the parts of all layers, for everything that is known of an area; some may fail. */
	async loadEverything(edition: EditionId): Promise<void> {
		const { partsOfEverything } = await import('../view/area-report.ts');
		await this.loader.ensure(partsOfEverything(edition, this.partNames));
	}

	/** What is loaded, to be read once: nothing is worked out again when more comes. */
	readonly loaded = new PartReader((part) => untrack(() => this.loader.get(part)));
}
