/** Licences under which data come, by the id that the catalogue has. */
export const LICENCES = {
	'OGL-3.0': {
		name: 'Open Government Licence v3.0',
		url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/'
	},
	'OPL-3.0': {
		name: 'Open Parliament Licence v3.0',
		url: 'https://www.parliament.uk/site-information/copyright-parliament/open-parliament-licence/'
	},
	'CC-BY-4.0': {
		name: 'Creative Commons Attribution 4.0',
		url: 'https://creativecommons.org/licenses/by/4.0/'
	},
	'ODbL-1.0': {
		name: 'Open Database Licence 1.0',
		url: 'https://opendatacommons.org/licenses/odbl/1-0/'
	},
	MIT: { name: 'MIT licence', url: 'https://opensource.org/license/mit' },
	Unlicense: { name: 'public domain (Unlicense)', url: 'https://unlicense.org/' },
	quotation: { name: 'facts quoted from a published document', url: null },
	mixed: { name: 'compiled from several open sources, which the file names row by row', url: null }
} as const;

export type LicenceId = keyof typeof LICENCES;
