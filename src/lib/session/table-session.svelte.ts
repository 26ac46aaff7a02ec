/** The session of the table page: the view that the map's address asks for, without a map. */
import { mapCodecOf } from '../url/region-codec.ts';
import type { MapState } from '../url/map-state.ts';
import { shownBy } from '../view/shown.ts';
import { selectIn, type Shown } from '../view/view.ts';
import { RegionSession, type SessionStart } from './region-session.svelte.ts';
import { SettledView } from './settled-view.svelte.ts';

export class TableSession extends RegionSession<MapState> {
	readonly #settled: SettledView;
	readonly #asked = $derived.by(() => JSON.stringify(shownBy(this.url.state)));
	readonly #shown = $derived(JSON.parse(this.#asked) as Shown);
	readonly view = $derived.by(() => this.#settled.view);
	/** The area of the address, as the table has it; null where it hasn't. */
	readonly chosen = $derived.by(() =>
		this.view ? selectIn(this.view, this.url.state.area) : null
	);

	/** Make it while a component is being set up, one for each region. */
	constructor(start: Omit<SessionStart<MapState>, 'codec'>) {
		super({ ...start, codec: mapCodecOf(start.region) });
		this.#settled = new SettledView(start.region, this.loader, () => this.#shown, {
			isDrawn: false
		});
	}

	/** What is still on its way, in words. */
	get waiting(): readonly string[] {
		return this.underWay(this.#settled.pending);
	}

	/** The query of the map's address with an area chosen. */
	queryOf(area: string | null): string {
		return mapCodecOf(this.region).query({ ...this.url.state, area, camera: null });
	}
}
