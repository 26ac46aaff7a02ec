/** What changed between the two editions of the index, and what the area was before, in sentences. */
import { findArea, residentsOf, type RegionAreas } from '../areas/region.ts';
import { factNumbers } from '../facts/figures.ts';
import { isCore20 } from '../indicators/core20.ts';
import { formatCount, formatList, formatPercent } from '../text/format.ts';
import type { Book } from './book.ts';
import { figure, markup, type Html } from './html.ts';
import { districtsOf, LEVEL_WORDS, type PageArea } from './page-area.ts';

const PARTS = { '2019': 'deprivation-2019', '2025': 'deprivation-2025' } as const;
type Year = keyof typeof PARTS;

/** The share of some people who live in the most deprived fifth of England's neighbourhoods. */
export function shareInFifth(
	book: Book,
	year: Year,
	areas: RegionAreas,
	members: readonly number[]
): number | null {
	if (!book.has(PARTS[year])) return null;
	const deciles = factNumbers(book.reader.get(PARTS[year]), 'imd_decile');
	const people = residentsOf(areas, members);
	return people > 0
		? residentsOf(
				areas,
				members.filter((member) => isCore20(deciles[member] ?? NaN))
			) / people
		: null;
}

/** The same area among those of 2011; null where there is none. */
function formerOf({ before }: Book, { level, code }: PageArea) {
	const found = before ? findArea(before, code) : null;
	return found?.level === level ? found : null;
}

/** What changed between the editions, with what it may not be taken for. */
function changeWords(book: Book, area: PageArea): Html {
	const former = formerOf(book, area);
	const { before, areas, reader } = book;
	if (!former || !before) {
		return markup`<p>
			We cannot compare this ${LEVEL_WORDS[area.level].one} between the editions of
			<span data-source="deprivation-2019 deprivation-2025">2019 and 2025</span>, because there is
			no such area in the older one.
		</p>`;
	}
	const caveat = markup`Ranks and fifths are relative: a change is not an improvement or a decline.
	The editions use other areas, other years and other measures.`;
	if (area.level === 'lsoa') {
		const [now = 0] = area.members;
		const [then = 0] = former.members;
		const says = (year: Year, member: number) => {
			const facts = reader.get(PARTS[year]);
			return figure(
				`decile ${factNumbers(facts, 'imd_decile')[member]} of 10, rank ${formatCount(factNumbers(facts, 'imd_rank')[member] ?? NaN)}`,
				facts.datasets
			);
		};
		return markup`<p data-source="deprivation-2019 deprivation-2025">
			Index of deprivation (1 is the most deprived): in the 2019 edition ${says('2019', then)};
			in the 2025 edition ${says('2025', now)}. ${caveat}
		</p>`;
	}
	const [then, now] = [
		shareInFifth(book, '2019', before, former.members),
		shareInFifth(book, '2025', areas, area.members)
	];
	if (then === null || now === null)
		return markup`<p>We do not hold both editions of the index here.</p>`;
	return markup`<p data-source="deprivation-2019 deprivation-2025">
		People who live in the most deprived fifth of England’s neighbourhoods:
		${figure(formatPercent(then), reader.get(PARTS['2019']).datasets)} in the 2019 edition
		(people of mid-2020), ${figure(formatPercent(now), reader.get(PARTS['2025']).datasets)} in the
		2025 edition (people of 2021). ${caveat}
	</p>`;
}

const CHANGED: Readonly<Record<'S' | 'M' | 'X', string>> = {
	S: 'It was a part of',
	M: 'It was put together from',
	X: 'It was redrawn from parts of'
};

/** What the area was before, a sentence. */
export function lineageWords(book: Book, area: PageArea): string {
	const rows = area.members.flatMap(
		(member) => book.lineage.get(book.areas.codes[member] ?? '') ?? []
	);
	const changed = rows.filter(({ change }) => change !== 'U');
	if (area.level === 'lsoa') {
		const [first] = changed;
		if (!first || first.change === 'U') return 'Its boundary has not changed since 2011.';
		const names = changed.map(({ from }) => `${book.formerNames.get(from) ?? from} (${from})`);
		return `${CHANGED[first.change]} ${formatList(names)} until 2021.`;
	}
	const count = new Set(changed.map(({ to }) => to)).size;
	return count === 0
		? 'The boundaries of its neighbourhoods have not changed since 2011.'
		: `Of its ${formatCount(area.members.length)} neighbourhoods, ${formatCount(count)} had other boundaries until 2021.`;
}

/** What the area is part of now. */
function partOfWords(book: Book, area: PageArea): string {
	const districts = districtsOf(book.areas, area.members);
	const group = book.areas.groups.district.find(({ code }) => code === area.code);
	const own = group?.note ?? null;
	return [
		own,
		area.level === 'district' || districts.length === 0
			? null
			: `It lies in ${formatList(districts)}.`,
		// What it is begins with “This”, which on a page of an area would be the area.
		book.region.validity.replace(/^This\b/, book.region.name)
	]
		.filter((one) => one !== null)
		.join(' ');
}

/** Both parts of a page. */
export const changeSection = (book: Book, area: PageArea): Html =>
	markup`<h3>
			<span data-source="deprivation-2019 deprivation-2025">From the 2019 edition to the 2025 edition</span>
		</h3>
		${changeWords(book, area)}
		<h3>What this area was, and what it is part of</h3>
		<p data-source="areas-lsoa11 areas-lsoa21 lsoa11-lsoa21">
			${
				area.level === 'network'
					? 'The area of a group of practices is our estimate: the neighbourhoods whose people live, on average, inside the outline of its practices’ catchment of 2020.'
					: area.level === 'town'
						? 'England has no official outline of towns. This one is ours: the built-up neighbourhoods that hang together around the town.'
						: lineageWords(book, area)
			}
			${partOfWords(book, area)}
		</p> `;
