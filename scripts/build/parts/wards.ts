import type { OutlinesPart } from '../../../src/lib/geometry/parts.ts';
import { outlinesPart } from '../outlines.ts';
import type { PartBuilder } from '../part.ts';

const WARDS = { dataset: 'boundaries-wards22', path: 'boundaries/wards22.json', object: 'ward22' };

/** Wards of December 2022 in a region, in coarse outline. */
export const wardsPart: PartBuilder<OutlinesPart> = {
	part: 'wards-2022',
	build: (context) => outlinesPart('wards-2022', WARDS, context)
};
