/** The command itself, as people type it, on the facts as they are, in the memory that it has. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GEODATA, PROJECT } from '../lib/paths.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'assets-cli-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const FEED =
	'--as open-referral --dataset x --publisher y --licence OGL-3.0 --collected 2026-01-01';

/** `npm run assets -- import <file> --dry-run`. */
function importing(name: string, text: string) {
	const path = join(folder, name);
	writeFileSync(path, text);
	return spawnSync(
		'npm',
		['run', '-s', 'assets', '--', 'import', path, ...FEED.split(' '), '--dry-run'],
		{ cwd: PROJECT, encoding: 'utf8', shell: process.platform === 'win32' }
	);
}

const service = (id: string, latitude: number, longitude: number, postal_code: string) => ({
	id,
	name: 'Hall',
	service_at_locations: [
		{ id: 'l', location: { latitude, longitude, addresses: [{ postal_code }] } },
		{ id: 'm', location: { addresses: [{ postal_code }] } }
	]
});

describe('npm run assets', () => {
	it('places points and postcodes from one end of England to the other in the memory it has', () => {
		const catalogue = readFileSync(join(GEODATA, 'catalogue.json'));
		const lines = [
			service('a1', 52.62, 1.3, 'NR1 1AA'),
			service('a2', 50.265, -5.05, 'TR1 2LS'),
			service('a3', 55.77, -2.0, 'TD15 1AA')
		].map((one) => JSON.stringify(one));
		const { status, stdout, stderr } = importing('o1.jsonl', lines.join('\n'));
		expect(stderr).toBe('');
		expect(stdout).toContain('x: 6 rows; ');
		expect(stdout).toContain('nothing written; would make: x');
		expect(status).toBe(0);
		expect(readFileSync(join(GEODATA, 'catalogue.json'))).toEqual(catalogue);
	});
});
