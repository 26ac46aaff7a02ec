import { readFileSync } from 'node:fs';
import {
	differenceCiede2000,
	filterDeficiencyDeuter,
	filterDeficiencyProt,
	filterDeficiencyTrit,
	parse
} from 'culori';
import { expect, it } from 'vitest';
import { MARKING_COLOUR } from '../layers/palettes.ts';
import { PLAN_COLOURS } from './plan-colours.ts';

const css = readFileSync(new URL('../../app.css', import.meta.url), 'utf8');

it('is the same in the style of pages as on maps', () => {
	const named = (name: string) => new RegExp(`--${name}: (#\\w+);`).exec(css)?.[1];
	const { hub, onHub, journey } = PLAN_COLOURS;
	expect([named('hub'), named('on-hub'), named('journey')]).toEqual([hub, onHub, journey]);
});

it('tells hubs, ways to them and the most deprived areas apart, however colours are seen', () => {
	const differ = differenceCiede2000();
	const sights = [
		null,
		filterDeficiencyProt(1),
		filterDeficiencyDeuter(1),
		filterDeficiencyTrit(1)
	];
	const { hub, journey } = PLAN_COLOURS;
	const alike = sights.flatMap((see, at) => {
		const seen = [hub, journey, MARKING_COLOUR].map((text) => {
			const colour = parse(text);
			if (!colour) throw new Error(`${text} is not a colour`);
			return see ? see(colour) : colour;
		});
		return seen.flatMap((one, i) =>
			seen
				.slice(i + 1)
				.filter((other) => differ(one, other) < 15)
				.map(() => `${at}: ${i}`)
		);
	});
	expect(alike).toEqual([]);
});
