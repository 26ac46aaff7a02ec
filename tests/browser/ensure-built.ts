import { ensureBuilt } from '../../scripts/build/site.ts';

/** Before all tests: they must never pass on yesterday's build. */
export default function globalSetup(): Promise<void> {
	return ensureBuilt({ compress: false, log: (line) => console.log(line) });
}
