/** Two towns side by side: chosen, shared as an address, and one taken out again. */
import { expect, expectAccessible, test } from './fixtures.ts';
import { REGION } from './packs.ts';

test('two towns are compared in four actions from the first page on, on one screen', async ({
	page
}) => {
	await page.goto('/');
	await page.getByRole('link', { name: 'Compare areas of Norfolk and Waveney' }).click();
	const [first, second] = ['First area', 'Second area'].map((name) =>
		page.getByRole('combobox', { name })
	);
	// The district is called the same.
	await first?.selectOption('Great Yarmouth (town)');
	await second?.selectOption('Lowestoft');
	await page.getByRole('button', { name: 'Compare', exact: true }).click();
	const answer = page.getByRole('heading', {
		name: 'What differs between Great Yarmouth and Lowestoft?'
	});
	await expect(answer).toBeInViewport();
	await expect(page.getByText('Households with no car or van:')).toBeInViewport();
	await expect(page).toHaveURL(/compare\/\?with=town-\d+,town-\d+$/);
	await expectAccessible(page);

	await page.reload();
	await expect(answer).toBeVisible();
	await page.getByRole('button', { name: 'Remove Great Yarmouth' }).click();
	await expect(answer).toBeHidden();
	await expect(page.getByText('Add one more area to compare it with.')).toBeVisible();
	await expect(page.getByRole('combobox', { name: 'Area', exact: true })).toBeFocused();
	await page.goBack();
	await expect(answer).toBeVisible();
});

test('a comparison with nonsense says what was left out', async ({ page }) => {
	await page.goto(`/${REGION}/compare/?with=E07000145,<b>,E09000001`);
	await expect(page.getByText('“<b>” is not the code of an area')).toBeVisible();
	await expect(page.getByText('has no area E09000001')).toBeVisible();
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });
	test('two comparisons are there', async ({ page }) => {
		await page.goto(`/${REGION}/compare/`);
		await expect(page.getByRole('heading', { name: 'The largest towns' })).toBeVisible();
		await expect(page.getByRole('heading', { name: 'Districts' })).toBeVisible();
		await expect(page.getByRole('table').first()).toContainText('Households with no car or van');
		await expect(page.getByRole('button', { name: 'Compare', exact: true })).toBeHidden();
	});
});
