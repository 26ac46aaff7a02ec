import { expect, it } from 'vitest';
import { AREA_LAYERS, OVERLAYS } from '../layers/index.ts';
import { PREPARED_VIEWS, preparedAddress } from './prepared.ts';
import { readState } from './map-state.ts';

it.each(PREPARED_VIEWS.map((view) => [view.question, view] as const))(
	'“%s” opens a view that exists',
	(_, view) => {
		const { state, notes } = readState(preparedAddress(view).split('#')[0] ?? '');
		expect(notes).toEqual([]);
		expect(AREA_LAYERS.map(({ id }) => id)).toContain(view.state.layer);
		for (const id of view.state.overlays ?? []) expect(OVERLAYS.map((one) => one.id)).toContain(id);
		expect(new Set(state.overlays)).toEqual(new Set(view.state.overlays));
	}
);
