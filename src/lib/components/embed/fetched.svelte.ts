/** Files of ours that a frame fetches, and how far that is. */

async function answerOf(address: string): Promise<Response> {
	const answer = await fetch(address);
	if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
	return answer;
}

/** The text of a file of ours. Throws where it does not come. */
export const fetchedText = async (address: string): Promise<string> =>
	(await answerOf(address)).text();

/** What a file of ours in JSON holds. Throws where it does not come. */
export const fetchedJson = async <T>(address: string): Promise<T> =>
	(await answerOf(address)).json() as Promise<T>;

/** How far that is: what is plain comes with the frame. */
export type FetchStatus = 'plain' | 'loading' | 'ready' | 'failed';

/** What a frame fetches to show what its address asks for. */
export class Fetching {
	status = $state<FetchStatus>('plain');

	/** Fetches it; whatever goes wrong is told by the status. */
	async run(work: () => Promise<void>): Promise<void> {
		this.status = 'loading';
		try {
			await work();
			this.status = 'ready';
		} catch {
			this.status = 'failed';
		}
	}
}
