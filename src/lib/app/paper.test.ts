import { expect, it } from 'vitest';
import { footOfPaper } from './paper.ts';

it('names the address and the day at the foot of a sheet, whatever the address holds', () => {
	const foot = footOfPaper('https://maps.example/a/?x=%22"\\', '2026-11-30');
	expect(foot).toContain('@bottom-left');
	expect(foot).toContain(
		String.raw`content: "https://maps.example/a/?x=%22\"\\ · printed on 30 November 2026";`
	);
});
