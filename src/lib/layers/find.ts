import { LAYER_GROUPS, type Layer } from './layer.ts';

/** Letters and digits only, without case or accents. */
const plain = (text: string): string =>
	text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

/** Whether a layer is about what a reader typed: every word begins a word of its texts. */
export function matches(layer: Layer, sought: string): boolean {
	const words = plain(sought).split(' ').filter(Boolean);
	const texts = [
		layer.title,
		layer.question,
		layer.about,
		layer.alsoCalled ?? '',
		LAYER_GROUPS[layer.group],
		...(layer.kind === 'areas' ? [layer.measure] : [])
	];
	const about = ` ${plain(texts.join(' '))}`;
	return words.every((word) => about.includes(` ${word}`));
}
