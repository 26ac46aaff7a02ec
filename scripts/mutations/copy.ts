/** A copy of the project to break: whatever becomes of the run, the tree itself is as it was. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Large, and never written by a test: the copy looks at the originals. */
const SHARED = ['node_modules', 'geodata'];
/** Made by other commands; the tests may look for them. */
const MADE = ['.svelte-kit/tsconfig.json'];

export interface Copy {
	folder: string;
	remove(): void;
}

/** Copies what the repository holds of a project's folder, with what is not committed yet. */
export function copyProject(root: string): Copy {
	const folder = mkdtempSync(join(tmpdir(), 'mutations-'));
	const listed = spawnSync(
		'git',
		['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
		{
			cwd: root,
			encoding: 'utf8',
			maxBuffer: 1e8
		}
	);
	if (listed.status !== 0) throw new Error(`mutations need git: ${listed.stderr.trim()}`);
	const paths = listed.stdout.split('\0').filter(Boolean);
	for (const path of [...new Set([...paths, ...MADE])]) {
		if (SHARED.some((shared) => path.startsWith(`${shared}/`))) continue;
		if (!existsSync(join(root, path))) continue;
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		copyFileSync(join(root, path), join(folder, path));
	}
	for (const shared of SHARED) symlinkSync(join(root, shared), join(folder, shared), 'dir');
	return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
