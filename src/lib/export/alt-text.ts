/** The writer of what stands beside a picture: what it shows in words, and where that is from. */
import { sourceLine, type Document } from '../document/document.ts';

export const toAltText = ({ picture, sources, owner, address }: Document): string =>
	[picture?.alt, ...sources.map(sourceLine), owner, address === null ? null : `Link: ${address}`]
		.filter((line) => typeof line === 'string' && line !== '')
		.map((line) => `${line}\n`)
		.join('');
