/** The path of a page as it is stored and served, with a slash at its end: without it a link costs a redirect. A file's stays as it is. */
export function withSlash(path: string): string {
	const last = path.slice(path.lastIndexOf('/') + 1);
	const isFile = /[^.]\.[a-z]/.test(last);
	return last === '' || isFile ? path : `${path}/`;
}
