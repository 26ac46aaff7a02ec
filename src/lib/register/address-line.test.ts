import { expect, it } from 'vitest';
import { addressLine } from './address-line.ts';

it.each([
	['1 High Street, Norwich', 'NR1 1AA', '1 High Street, Norwich, NR1 1AA'],
	['1 High Street, NR1 1AA', 'NR1 1AA', '1 High Street, NR1 1AA'],
	['Great Yarmouth, NR310AP', 'NR31 0AP', 'Great Yarmouth, NR31 0AP'],
	['nr310ap, Great Yarmouth', 'NR31 0AP', 'NR31 0AP, Great Yarmouth'],
	['Hall nr310ap near the quay', 'NR31 0AP', 'Hall nr310ap near the quay'],
	['Hall, , The Quay,,Norwich', 'NR1 1AA', 'Hall, The Quay, Norwich, NR1 1AA'],
	[null, 'NR1 1AA', 'NR1 1AA'],
	['1 High Street', null, '1 High Street'],
	['', 'NR1 1AA', 'NR1 1AA'],
	[null, null, '']
])('an address %s with %s stands as %s', (address, postcode, line) => {
	expect(addressLine({ address, postcode })).toBe(line);
});
