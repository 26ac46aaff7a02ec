import { describe, expect, it } from 'vitest';
import { OWN_PART, ownPart, type OwnAsset } from '../register/own-part.ts';

import { analyseGaps } from './analysis.ts';
import { fixtureBench, fixtureParts, KM } from './fixture.ts';
import { ownEffect, ownEffectWords } from './own-effect.ts';
import { DEFAULT_REQUEST } from './request.ts';
import { Workbench } from './workbench.ts';

const REQUEST = { ...DEFAULT_REQUEST, level: 'lsoa', k: 2 } as const;

/** The answer with a venue of the reader's own at each of some kilometres of the row. */
function answerWith(kilometres: readonly number[], kind: string) {
	const own = kilometres.map((at) => ({
		asset: {
			id: `own-${at}`,
			name: `Own ${at}`,
			kind,
			subkind: null,
			status: 'unverified',
			longitude: 1 + at * KM,
			latitude: 52,
			lsoa21: `E0100000${at + 1}`,
			collected: '2026-01-01'
		},
		lsoa11: null
	})) as unknown as OwnAsset[];
	const batch = { id: 'b', fileName: 'own.csv', brought: '2026-01-01T00:00:00Z', assets: own };
	const parts = fixtureParts().set(OWN_PART, ownPart([batch], '2026-01-01'));
	return analyseGaps(REQUEST, new Workbench('Testshire', (part) => parts.get(part)));
}

describe('what own places change', () => {
	const without = analyseGaps(REQUEST, fixtureBench());

	it('counts gaps that end, and areas to which another place is nearest', () => {
		// Neighbourhoods at 0, 1 and 2 km are gaps: one venue each, of two asked for.
		expect(without.gaps).toHaveLength(3);
		const effect = ownEffect(answerWith([0], 'community-venue'), without);
		expect(effect).toMatchObject({ ended: 1, begun: 0, areas: 8, figures: 1 });
		expect(effect.nearest).toBe(1);
		expect(ownEffectWords(effect)).toBe(
			'They end one gap (Alder (Town 001A)). Of eight neighbourhoods, another place is nearest in one (Own 0 in one) and the figure is different in one.'
		);
	});

	it('says that places of another kind change nothing', () => {
		const effect = ownEffect(answerWith([0, 1, 2], 'library'), without);
		expect(effect).toMatchObject({ ended: 0, begun: 0, otherwise: 0, nearest: 0, figures: 0 });
		expect(ownEffectWords(effect)).toBe(
			'They change nothing here: no neighbourhood has another answer.'
		);
	});

	it('is the other way round without them', () => {
		const effect = ownEffect(without, answerWith([0], 'community-venue'));
		expect(effect).toMatchObject({ ended: 0, begun: 1 });
		expect(ownEffectWords(effect)).toMatch(/^They add one gap\./);
	});
});
