/** The codes of areas that an address puts side by side: read alike by the page and by its embed. */
import { MOST } from '../compare/areas.ts';
import { shorten, type Field } from './codec.ts';

const CODE = /^(?:[EW]\d{8}|town-\d{1,9})$/;

/** Codes that are separated by commas, each once. */
export const codesField: Field<string[]> = {
	read(text) {
		const asked = [...new Set(text.split(',').filter(Boolean))];
		const codes = asked.filter((code) => CODE.test(code));
		const odd = asked.find((code) => !CODE.test(code));
		const complaint =
			odd !== undefined
				? `“${shorten(odd)}” is not the code of an area, such as E07000145`
				: codes.length > MOST
					? `no more than ${MOST} areas stand side by side`
					: null;
		return { value: codes.slice(0, MOST), ...(complaint === null ? {} : { complaint }) };
	},
	write: (codes) => codes.join(',')
};
