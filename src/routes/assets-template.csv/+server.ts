/** An empty table with the headings of the register, for those who begin a list. */
import { templateCsv } from '$lib/register/export.ts';

export const prerender = true;

export const GET = () =>
	new Response(templateCsv(), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
