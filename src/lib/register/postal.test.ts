import { expect, it } from 'vitest';
import { isPostalOnly } from './postal.ts';

it.each(['PO Box 12, Norwich', 'P.O. Box 12', 'POBox 7', 'Freepost ABC', 'Postal address only'])(
	'%s is for post alone',
	(text) => {
		expect(isPostalOnly(text)).toBe(true);
	}
);

it.each(['The Post Office, 1 High Street', 'Pop Box Café', '1 Postal Road', null])(
	'%s is a place',
	(text) => {
		expect(isPostalOnly(text)).toBe(false);
	}
);
