/** The legend, the table and the sentences say the same, and what the facts say. */
import { expect, test } from './fixtures.ts';
import { combinations } from './matrix.ts';
import {
	count,
	decimal,
	EDITIONS,
	factsOf,
	mostDeprived,
	type Neighbourhood,
	REGIONS
} from './packs.ts';
import { openRegion, openTable, readCount } from './region-page.ts';

const DECILES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

// What the view makes of each region and edition is held by tests/data/layers.test.ts.
for (const { slug, edition, title, tag } of combinations({ slug: REGIONS, edition: EDITIONS })) {
	test(`legend, table and sentences agree with the facts: ${title}`, { tag }, async ({ page }) => {
		const facts = factsOf(slug, edition);
		const { neighbourhoods } = facts;
		const core20 = neighbourhoods.filter((one) => one.core20);
		const residents = (some: readonly Neighbourhood[]) =>
			some.reduce((sum, one) => sum + one.residents, 0);
		const region = await openRegion(page, slug, `?edition=${edition}`);
		await expect(region.legendOf(`Deprivation decile in England, IoD ${edition}`)).toBeVisible();
		expect(await region.decileCounts()).toEqual(
			DECILES.map((decile) => neighbourhoods.filter((one) => one.decile === decile).length)
		);
		const core20Legend = region.legendOf(/^Core20/);
		const [marked = ''] = await core20Legend.getByRole('listitem').allInnerTexts();
		expect(readCount(marked.replace(/^.*2\s/s, ''))).toBe(core20.length);
		await expect(core20Legend).toContainText(`${count(residents(core20))} residents`);
		const venues = (
			await region
				.legendOf(/^Community venues/)
				.getByRole('listitem')
				.allInnerTexts()
		).map((text) => readCount(/[\d,]+\s*$/.exec(text)?.[0] ?? ''));

		const worst = mostDeprived(facts);
		const communities = new Set(core20.map(({ community }) => community)).size;
		await expect(region.findings).toContainText(
			`${count(residents(core20))} people, ${decimal((100 * residents(core20)) / residents(neighbourhoods))}% of residents`
		);
		await expect(region.findings).toContainText(
			`${count(core20.length)} here, in ${communities} communities`
		);
		await expect(region.findings).toContainText(`${worst.name}, in ${worst.community}`);
		await expect(region.findings).toContainText(`rank ${count(worst.rank)} of`);

		await openTable(page, slug, `?edition=${edition}`);
		await expect(region.table).toHaveAccessibleName(new RegExp(`IoD ${edition}`));
		const names = await region.columnNames();
		const rows = await region.rows();
		const column = (name: string) => rows.map((row) => row[names.indexOf(name)] ?? '');

		const byDecile = DECILES.map(
			(decile) => neighbourhoods.filter((one) => one.decile === decile).length
		);
		expect(
			DECILES.map((decile) => column('Decile').filter((text) => text === `${decile}`).length)
		).toEqual(byDecile);

		expect(column('Core20').filter((text) => text === 'Yes')).toHaveLength(core20.length);
		const inTable = column('Community venues').reduce((sum, text) => sum + readCount(text), 0);
		expect(venues.reduce((sum, some) => sum + some, 0)).toBe(inTable);

		const byRank = [...neighbourhoods].sort((a, b) => a.rank - b.rank);
		const written = rows.map((row) => Object.fromEntries(names.map((title, i) => [title, row[i]])));
		expect(written).toHaveLength(neighbourhoods.length);
		expect(written).toMatchObject(
			byRank.map((one) => ({
				Community: one.community,
				Neighbourhood: one.name,
				District: one.district,
				Residents: count(one.residents),
				Decile: String(one.decile),
				Rank: count(one.rank),
				Score: decimal(one.score),
				Core20: one.core20 ? 'Yes' : 'No',
				'Community venues': count(one.venues)
			}))
		);
	});
}
