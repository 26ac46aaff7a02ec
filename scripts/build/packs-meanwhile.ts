/**
 * Packs and bundles side by side. The bundler needs no pack; only the pages that are written with
 * what it made do. So a build has both made at once, and the bundler asks for the packs when it is
 * done. By itself (`vite build`) it asks nobody, and takes those that are there.
 */
import type { ChildProcess } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Set for a bundler that is started before the packs are there. */
export const MEANWHILE_VARIABLE = 'PACKS_MEANWHILE';

const ASKED = 'are the packs there?';
const READY = 'the packs are there';

/** Answers a bundler that asks for the packs, once they are there. It must be stopped where they fail. */
export function answerWith(bundler: ChildProcess, packs: Promise<unknown>): void {
	bundler.on('message', (message) => {
		if (message !== ASKED) return;
		packs.then(
			() => void (bundler.connected && bundler.send(READY)),
			() => undefined
		);
	});
}

/** Asks the build that started this process, until it answers. */
const packsAreThere = (): Promise<void> =>
	new Promise((resolve, reject) => {
		// To wait for an answer is a reason to go on; the channel by itself is none (end-with-parent.js).
		process.channel?.ref();
		process.on('message', function heard(message) {
			if (message !== READY) return;
			process.off('message', heard);
			process.channel?.unref();
			resolve();
		});
		if (process.send) process.send(ASKED);
		else reject(new Error('nobody is there to ask for the packs'));
	});

/** Has what is in `static/`, the packs among it, put beside the scripts when those are bundled. */
export function packsMeanwhile(root: string): Plugin {
	return {
		name: 'packs-meanwhile',
		apply: 'build',
		applyToEnvironment: ({ name }) => name === 'client',
		// The bundler would put it there at once, and half of it where packs are just being replaced.
		config: () => ({ build: { copyPublicDir: false } }),
		async writeBundle({ dir }) {
			if (process.env[MEANWHILE_VARIABLE] !== undefined) await packsAreThere();
			if (dir === undefined) throw new Error('the bundler does not say where it writes');
			cpSync(join(root, 'static'), dir, { recursive: true });
		}
	};
}
