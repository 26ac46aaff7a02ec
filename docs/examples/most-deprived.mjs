// Residents of each district's most deprived fifth of neighbourhoods, from a region's data package.
//   node most-deprived.mjs https://example.org/data/packages/norfolk-and-waveney/datapackage.json
const address = process.argv[2];
const about = await (await fetch(address)).json();
const table = about.resources.find(({ name }) => name === 'deprivation-2025');
const text = await (await fetch(new URL(table.path, address))).text();

/** The cells of CSV: a quotation mark within a cell is written twice. */
const rowsOf = (csv) =>
	csv
		.trimEnd()
		.split('\n')
		.map((line) =>
			[...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
				quoted === undefined ? plain : quoted.replaceAll('""', '"')
			)
		);

const [headings, ...rows] = rowsOf(text);
const at = (name) => headings.indexOf(name);
const residents = headings.find((name) => name.startsWith('residents'));
const sums = new Map();
for (const row of rows) {
	if (row[at('core20')] !== 'Yes') continue;
	const district = row[at('district')];
	sums.set(district, (sums.get(district) ?? 0) + Number(row[at(residents)]));
}
for (const [district, sum] of [...sums].sort()) console.log(`${district}: ${sum}`);
