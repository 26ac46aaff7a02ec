import { ensureBuilt } from '../../scripts/lib/site.ts';

/** Before all tests: they must never pass on yesterday's build. */
export default function globalSetup(): void {
	ensureBuilt();
}
