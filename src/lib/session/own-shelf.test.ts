import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openOwnDatabase, type OwnDatabase } from './own-database.ts';
import { OwnShelf } from './own-shelf.ts';

vi.mock('./own-database.ts', () => ({ openOwnDatabase: vi.fn() }));
const opener = vi.mocked(openOwnDatabase);
const database = () => ({ close: vi.fn() }) as unknown as OwnDatabase;

/** Tabs of one browser: what one posts, the others of the same name hear. */
class Channel {
	static all: Channel[] = [];
	onmessage: ((event: { data: unknown }) => void) | null = null;
	readonly name: string;
	constructor(name: string) {
		this.name = name;
		Channel.all.push(this);
	}
	postMessage(data: unknown) {
		for (const other of Channel.all) {
			if (other !== this && other.name === this.name) other.onmessage?.({ data });
		}
	}
	close() {
		Channel.all = Channel.all.filter((other) => other !== this);
	}
}

const hears = (changed: () => void) => ({ changed, forgotten: () => undefined });

beforeEach(() => {
	opener.mockReset();
	Channel.all = [];
	vi.stubGlobal('BroadcastChannel', Channel);
	vi.stubGlobal('addEventListener', vi.fn());
	vi.stubGlobal('removeEventListener', vi.fn());
});
afterEach(() => vi.unstubAllGlobals());

describe('what a region has of the reader’s database', () => {
	it('is opened once, and again after it failed', async () => {
		const opened = database();
		opener.mockRejectedValueOnce(new Error('private window')).mockResolvedValue(opened);
		const shelf = new OwnShelf('testshire', 'a');
		await expect(shelf.open()).rejects.toThrow('private window');
		expect(await shelf.open()).toBe(opened);
		expect(await shelf.open()).toBe(opened);
		expect(opener).toHaveBeenCalledTimes(2);
	});

	it('tells other tabs of the same region, and those alone', () => {
		const [here, there, elsewhere] = ['testshire', 'testshire', 'othershire'].map(
			(region) => new OwnShelf(region, 'a')
		);
		const heard: string[] = [];
		here?.follow(hears(() => heard.push('here')));
		there?.follow(hears(() => heard.push('there')));
		elsewhere?.follow(hears(() => heard.push('elsewhere')));
		here?.tell();
		expect(heard).toEqual(['there']);
		there?.close();
		here?.tell();
		expect(heard).toEqual(['there']);
	});

	it('hears that everything is to be forgotten until it is closed, and follows no more then', () => {
		const forgotten = vi.fn();
		const shelf = new OwnShelf('testshire', 'a');
		shelf.follow({ changed: () => undefined, forgotten });
		new Channel('asset-gap-map/forgotten').postMessage('forgotten');
		expect(forgotten).toHaveBeenCalledTimes(1);
		shelf.close();
		new Channel('asset-gap-map/forgotten').postMessage('forgotten');
		expect(forgotten).toHaveBeenCalledTimes(1);
	});

	it('is closed once what is under way has ended', async () => {
		const opened = database();
		opener.mockResolvedValue(opened);
		const shelf = new OwnShelf('testshire', 'a');
		await shelf.open();
		let end: () => void = () => undefined;
		shelf.close(new Promise((resolve) => (end = resolve)));
		await Promise.resolve();
		expect(opened.close).not.toHaveBeenCalled();
		end();
		await vi.waitFor(() => expect(opened.close).toHaveBeenCalledOnce());
	});

	it('works where a browser has no way for tabs to tell each other', () => {
		vi.stubGlobal('BroadcastChannel', undefined);
		const shelf = new OwnShelf('testshire', 'a');
		shelf.follow(hears(() => undefined));
		expect(() => shelf.tell()).not.toThrow();
	});
});
