/** How many sheets a page takes on paper, as a board prints it; gaps.test.ts counts those of gaps. */
import { expect, test } from './fixtures.ts';
import { factsOf, mostDeprived, REGION } from './packs.ts';

const community = mostDeprived(factsOf(REGION, '2025')).code;

const SHEETS: readonly { path: string; ready: RegExp; most: number }[] = [
	{ path: `/${REGION}/`, ready: /What stands out/, most: 1 },
	{
		path: `/${REGION}/?layer=deprivation&edition=2025&with=core20&area=${community}`,
		ready: /Near the middle of where people here live/,
		most: 1
	},
	{ path: `/${REGION}/siting/`, ready: /Areas to look in/, most: 1 },
	{ path: `/${REGION}/areas/${community}/`, ready: /Get help now/, most: 1 },
	// Of all communities and neighbourhoods it fills its sheet most: many places, each with its hours.
	{ path: `/${REGION}/areas/E02005599/`, ready: /Get help now/, most: 1 },
	{ path: `/${REGION}/changes/`, ready: /^Changes, 2019 to 2025/, most: 2 }
];

test('map, area and plan are a sheet each, changes two at most', async ({ page }) => {
	for (const { path, ready, most } of SHEETS) {
		await page.goto(path);
		await expect(page.getByText(ready).first()).toBeVisible();
		const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
		expect(paper.match(/\/Type\s*\/Page\b/g)?.length, path).toBeLessThanOrEqual(most);
	}
});
