/** Two towns side by side: chosen, shared as an address, and one taken out again. */
import { expect, expectAccessible, test } from './fixtures.ts';
import { REGION } from './packs.ts';

test('two towns are compared in four actions, on one screen', async ({ page }) => {
	await page.goto(`/${REGION}/compare/`);
	const area = page.getByRole('combobox', { name: 'Area' });
	const add = page.getByRole('button', { name: 'Add to the comparison' });
	await area.selectOption('Great Yarmouth');
	await add.click();
	await expect(page.getByText('Add one more area to compare it with.')).toBeVisible();
	await area.selectOption('Lowestoft');
	await add.click();
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
	await expect(area).toBeFocused();
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
		await expect(page.getByRole('button', { name: 'Add to the comparison' })).toBeHidden();
	});
});
