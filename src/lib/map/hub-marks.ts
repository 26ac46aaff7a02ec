/**
 * Which marks of hubs are on the map, kept from one scene to the next by the id of their hub. While
 * the reader holds one, nothing changes under their hand: a scene that comes then waits until they
 * let go. Knows nothing of the engine, which makes the marks.
 */
import type { HubEvents, HubMark, HubScene } from './hub-scene.ts';

/** A mark on the map. */
export interface Mark {
	/** Show what is said of a hub, where it is. */
	show: (hub: HubMark) => void;
	remove: () => void;
}

/** What becomes of a mark in the reader's hand. */
export interface MarkEvents {
	/** The reader began to drag it. */
	grabbed: () => void;
	/** It was let go at a point of the map. */
	released: (longitude: number, latitude: number) => void;
	/** It was let go where there is no map, or the drag was broken off. */
	abandoned: () => void;
}

/** Puts a mark on the map. */
export type MakeMark = (hub: HubMark, events: MarkEvents) => Mark;

/** A scene, and who is told of what the reader does with it. */
interface Shown {
	scene: HubScene;
	events: HubEvents;
}

export class HubMarks {
	readonly #make: MakeMark;
	readonly #onShow: (scene: HubScene) => void;
	readonly #marks = new Map<string, Mark>();
	#shown: Shown | null = null;
	/** The scene that came last while a mark was held. */
	#waiting: Shown | null = null;
	/** Id of the hub whose mark the reader holds. */
	#held: string | null = null;

	/** `onShow` is told of each scene when it is shown. */
	constructor(make: MakeMark, onShow: (scene: HubScene) => void) {
		this.#make = make;
		this.#onShow = onShow;
	}

	/** Show a scene: at once, or as soon as the reader lets go. */
	show(scene: HubScene, events: HubEvents): void {
		if (this.#held !== null) {
			this.#waiting = { scene, events };
			return;
		}
		this.#shown = { scene, events };
		const wanted = new Set(scene.hubs.map(({ id }) => id));
		for (const [id, mark] of this.#marks) {
			if (wanted.has(id)) continue;
			mark.remove();
			this.#marks.delete(id);
		}
		for (const hub of scene.hubs) {
			const mark = this.#marks.get(hub.id);
			if (mark) mark.show(hub);
			else this.#marks.set(hub.id, this.#make(hub, this.#eventsOf(hub.id)));
		}
		this.#onShow(scene);
	}

	#eventsOf(id: string): MarkEvents {
		return {
			grabbed: () => (this.#held = id),
			released: (longitude, latitude) => {
				// The reader moved a hub of the plan that they saw, whatever has come since.
				const seen = this.#shown;
				this.#letGo();
				if (!seen) return;
				const plan = seen.scene.hubs.filter(({ standing }) => !standing);
				const { events } = this.#shown ?? seen;
				events.moved(
					id,
					longitude,
					latitude,
					plan.map((hub) => hub.id)
				);
			},
			abandoned: () => {
				// The engine still takes it for held: a new one is not.
				this.#marks.get(id)?.remove();
				this.#marks.delete(id);
				this.#letGo();
			}
		};
	}

	/** Show what came last; a hub stays where it was unless the plan says otherwise. */
	#letGo(): void {
		this.#held = null;
		const next = this.#waiting ?? this.#shown;
		this.#waiting = null;
		if (next) this.show(next.scene, next.events);
	}
}
