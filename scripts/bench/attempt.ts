/** Measuring what may fail. */
import { type Figure, notMeasured } from './figures.ts';

/** What an error says. */
export const message = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** The figure that `measure` takes, or why it could not be taken. */
export async function attempt(
	bar: Pick<Figure, 'title' | 'bar' | 'unit'>,
	measure: () => Promise<Figure> | Figure
): Promise<Figure> {
	try {
		return await measure();
	} catch (error) {
		return notMeasured(bar, message(error).split('\n', 1)[0] ?? '');
	}
}
