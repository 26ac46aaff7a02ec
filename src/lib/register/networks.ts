/** Primary care networks as a part of assets has them, those without a known place too. */
import type { AssetsPart } from './parts.ts';

export interface Network {
	code: string;
	name: string;
	/** Link workers in full-time equivalents; null where it reported none of its staff. */
	fte: number | null;
	/** Registered with its practices; null where no practice of it is known. */
	patients: number | null;
	/** Practices with patients; null where none of it is known. */
	practices: number | null;
	/** IMD 2019 score of its practices, weighted by their patients; null where none has one. */
	score: number | null;
	/** Where it stands in the part; null: it has no known place. */
	at: number | null;
}

/** Every network of a part, in the order of their codes. Throws where a figure is not in the part. */
export function networksOf({ part, ids, names, figures, unplaced }: AssetsPart): Network[] {
	const read = (of: Pick<AssetsPart, 'ids' | 'names' | 'figures'>, placed: boolean): Network[] => {
		const figure = (name: string) => {
			const found = of.figures?.[name];
			if (!found) throw new Error(`${part} has no figure ${name}`);
			return found;
		};
		const [fte, patients, practices, score] = [
			figure('fte'),
			figure('patients'),
			figure('practices'),
			figure('imd_score')
		];
		return of.ids.map((code, at) => ({
			code,
			name: of.names[at] ?? code,
			fte: fte[at] ?? null,
			patients: patients[at] ?? null,
			practices: practices[at] ?? null,
			score: score[at] ?? null,
			at: placed ? at : null
		}));
	};
	return [
		...read({ ids, names, ...(figures && { figures }) }, true),
		...(unplaced ? read(unplaced, false) : [])
	].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Link workers per so many patients; null where either is not known, or there are no patients. */
export const workersPer = (
	{ fte, patients }: Pick<Network, 'fte' | 'patients'>,
	count: number
): number | null => (fte === null || !patients ? null : (fte / patients) * count);
