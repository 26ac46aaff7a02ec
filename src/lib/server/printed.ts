/** What was put together by hand from the documents. */
import { parsePrinted, type Printed } from '../published/spec.ts';
import type { Geodata } from './geodata.ts';

const FILE = 'printed.json';

/** Themes, where tables stand, answers to actions, areas by name. Throws where the file is not right. */
export const readPrinted = (geodata: Pick<Geodata, 'json'>): Printed =>
	parsePrinted(`geodata/${FILE}`, geodata.json(FILE));
