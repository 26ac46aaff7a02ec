import { expect, it } from 'vitest';
import { namesAtOnePoint } from './reach-figures.ts';

it('calls sites at one point by all of their names, as none of them is nearer', () => {
	const at = (name: string, longitude: number) => ({ name, longitude, latitude: 52.6 });
	const names = namesAtOnePoint([
		at('Library', 1.2),
		at('Heritage Centre', 1.291),
		at('Millennium Library', 1.291),
		at('A', 1.3),
		at('B', 1.3),
		at('C', 1.3),
		at('C', 1.3)
	]);
	expect([...names.values()]).toEqual([
		'Library',
		'Heritage Centre or Millennium Library',
		'A, or two others at one address'
	]);
});
