/**
 * The matrix of the browser tests: what one behaviour can be looked at in (region, edition,
 * size), and how much of it the default run looks at. `npm run test:all` runs all of it; `npm test`
 * leaves out what is tagged `@all`: a behaviour is looked at in so few combinations that each
 * region, edition and size comes up, and `from` makes tests begin with different ones, so that
 * over the tests the pairs come up, too. Colours cost no test of their own: expectContrast looks
 * at the other ones of the same page.
 */

/** The tag of what only `npm run test:all` runs; playwright.config.ts leaves it out otherwise. */
export const ALL = '@all';

/** The sizes that playwright.config.ts knows. */
export const SIZES = ['desktop', 'phone'] as const;

type Axes = Readonly<Record<string, readonly string[]>>;
type Combination<A extends Axes> = { [Axis in keyof A]: A[Axis][number] };

interface Choice<A extends Axes> {
	/** The combination that the default run begins with; the first value of each axis if not said. */
	from?: Partial<Combination<A>>;
	/** How many combinations the default run takes; as many as the longest axis has if not said. */
	most?: number;
}

/** Every combination of some axes, in the order in which they are written. */
function product(axes: Axes): Record<string, string>[] {
	return Object.entries(axes).reduce<Record<string, string>[]>(
		(all, [axis, values]) =>
			all.flatMap((one) => values.map((value) => ({ ...one, [axis]: value }))),
		[{}]
	);
}

/** The combinations of the default run: each takes the next value of every axis at once. */
function chosen<A extends Axes>(axes: A, { from = {}, most }: Choice<A>): Record<string, string>[] {
	const longest = Math.max(...Object.values(axes).map(({ length }) => length));
	return Array.from({ length: most ?? longest }, (_, step) =>
		Object.fromEntries(
			Object.entries(axes).map(([axis, values]) => {
				const first = from[axis] === undefined ? 0 : values.indexOf(from[axis]);
				if (first < 0) throw new Error(`${axis} is never ${from[axis]}`);
				return [axis, values[(first + step) % values.length] ?? ''];
			})
		)
	);
}

/**
 * Every combination of some axes, each with a `title` and the `tag`s of its test. An axis named
 * `size` decides where the test runs: at phone size with touch, or at desktop size.
 */
export function combinations<A extends Axes>(
	axes: A,
	choice: Choice<A> = {}
): (Combination<A> & { title: string; tag: string[] })[] {
	const titleOf = (one: Record<string, string>) => Object.values(one).join(', ');
	const inDefaultRun = new Set(chosen(axes, choice).map(titleOf));
	return product(axes).map((one) => {
		const title = titleOf(one);
		const tag = one['size'] === 'phone' ? ['@phone-only'] : [];
		if (!inDefaultRun.has(title)) tag.push(ALL);
		return { ...(one as Combination<A>), title, tag };
	});
}
