import { COUNT, each, TEXT, unique } from '../columns.ts';
import { tableReader } from '../tables.ts';

const SERVICES = [
	'consultant_delivery_suite',
	'alongside_midwife_led_unit',
	'freestanding_birthing_unit',
	'home_birth_service',
	'maternal_medicine_service',
	'fetal_medicine_centre',
	'paediatric_surgery'
] as const;

/** Maternity units and their services as printed. */
export const publishedMaternityUnits = tableReader(
	'published-maternity-units',
	{
		unit: unique(TEXT),
		town: TEXT,
		births_2015_16: COUNT,
		...each(SERVICES, { type: 'code', pattern: /^(yes|no|limited)$/ }),
		neonatal_unit_level: COUNT
	},
	{ order: 'published' }
);
