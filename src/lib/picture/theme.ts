/** Colours of the built-in basemap and of what the map itself draws. */
export interface MapTheme {
	sea: string;
	land: string;
	neighbourBorder: string;
	areaLine: string;
	districtLine: string;
	regionLine: string;
	townLabel: string;
	townHalo: string;
	noData: string;
	noDataStroke: string;
	hover: string;
	selected: string;
	selectedCasing: string;
}

export type ThemeName = 'light' | 'dark';

/** Where the reader's device asks for more contrast: the lines between areas and the names stand out. */
export type MapThemeName = ThemeName | `${ThemeName}-contrast`;

const PLAIN: Record<ThemeName, MapTheme> = {
	light: {
		sea: '#dbe7ee',
		land: '#f6f4ef',
		neighbourBorder: '#d5d0c5',
		areaLine: 'rgba(255,255,255,0.55)',
		districtLine: '#ffffff',
		regionLine: '#6d6a85',
		townLabel: '#22222e',
		townHalo: 'rgba(255,255,255,0.95)',
		noData: '#e3e1da',
		noDataStroke: '#6f6d66',
		hover: '#101018',
		selected: '#101018',
		selectedCasing: '#ffffff'
	},
	dark: {
		sea: '#788a98',
		land: '#85888c',
		neighbourBorder: '#a5a8ad',
		areaLine: 'rgba(255,255,255,0.55)',
		districtLine: '#ffffff',
		regionLine: '#24242e',
		townLabel: '#ffffff',
		townHalo: 'rgba(16,16,26,0.9)',
		noData: '#8b8a86',
		noDataStroke: '#2b2b30',
		hover: '#ffffff',
		selected: '#ffffff',
		selectedCasing: '#101018'
	}
};

export const MAP_THEMES: Record<MapThemeName, MapTheme> = {
	...PLAIN,
	'light-contrast': {
		...PLAIN.light,
		areaLine: '#ffffff',
		neighbourBorder: '#77757c',
		regionLine: '#101018',
		townLabel: '#000000',
		townHalo: '#ffffff',
		noDataStroke: '#3a3935'
	},
	'dark-contrast': {
		...PLAIN.dark,
		areaLine: '#ffffff',
		neighbourBorder: '#33363d',
		regionLine: '#101018',
		townLabel: '#000000',
		townHalo: '#ffffff',
		noDataStroke: '#000000'
	}
};
