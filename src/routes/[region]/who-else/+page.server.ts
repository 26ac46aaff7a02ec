import { datasetsOf } from '$lib/server/packs.ts';
import { PLAN_ACTIONS, whoElse } from '$lib/server/who-else.ts';
import { regionAt, regionEntries } from '$lib/server/region-route.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = regionEntries;

/** Only words go to the page: everything was worked out here. */
export const load: PageServerLoad = async ({ params }) => {
	const region = regionAt(params);
	const said = await whoElse(region);
	const used = [
		...said.groups.flatMap(({ datasets }) => datasets),
		...(said.promises.length > 0 ? [PLAN_ACTIONS] : [])
	];
	return {
		name: region.name,
		slug: region.slug,
		...said,
		titles: Object.fromEntries(
			datasetsOf(used).map(({ id, title, period }) => [id, `${title} (${period})`])
		)
	};
};
