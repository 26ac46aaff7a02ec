/** Addresses of our pages, with the slash that they are served with. */
import { resolve as resolved } from '$app/paths';
import { withSlash } from '../url/with-slash.ts';

/** The framework's `resolve`, which leaves the slash out: ESLint asks for this one in its place. */
export const resolve = ((...args: Parameters<typeof resolved>) =>
	withSlash(resolved(...args))) as typeof resolved;
