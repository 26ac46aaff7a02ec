/**
 * Imports a spreadsheet many times over and looks whether memory comes back: half of them in one
 * worker, by going to and fro between two sheets, half with a worker each, by leaving the file and
 * choosing it again. What is measured is what the heaps of page and worker hold after garbage was
 * collected, late beside early.
 */
import type { Browser, CDPSession, Page } from '@playwright/test';
import { spreadsheet } from '../../src/lib/register/intake/fixture-spreadsheet.ts';
import type { Figure } from './figures.ts';

export const SOAK_BAR = {
	title: 'memory after 200 imports, to that after 20',
	bar: 1.2,
	unit: 'x start'
} as const satisfies Pick<Figure, 'title' | 'bar' | 'unit'>;

const HALF = 100;
/** By then everything that is loaded once was loaded. */
const EARLY = 10;
const ROWS = 2_000;
const PATIENCE = 120_000;

/** Two sheets of invented places, each row with a text and a postcode of its own. */
function twoSheets(): Buffer {
	const cell = (address: string, text: string) =>
		`<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
	// Sheets with the same columns would be read as one.
	const sheet = (word: string, last: string) => {
		const rows = Array.from(
			{ length: ROWS },
			(_, i) =>
				`<row r="${i + 2}">${cell(`A${i + 2}`, `${word} ${i}`)}${cell(`B${i + 2}`, `NR${i % 90} ${i % 9}AA`)}${cell(`C${i + 2}`, `${word} words ${i}`)}</row>`
		);
		const head = `<row r="1">${cell('A1', 'Name')}${cell('B1', 'Postcode')}${cell('C1', last)}</row>`;
		return `<worksheet><sheetData>${head}${rows.join('')}</sheetData></worksheet>`;
	};
	const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';
	return Buffer.from(
		spreadsheet([], {
			'xl/workbook.xml':
				'<workbook><sheets><sheet name="One" r:id="rId1"/><sheet name="Other" r:id="rId2"/></sheets></workbook>',
			'xl/_rels/workbook.xml.rels': `<Relationships>${[1, 2].map((n) => `<Relationship Id="rId${n}" Type="${type}" Target="worksheets/sheet${n}.xml"/>`).join('')}</Relationships>`,
			'xl/worksheets/sheet1.xml': sheet('Hall', 'Notes'),
			'xl/worksheets/sheet2.xml': sheet('Club', 'Colour')
		})
	);
}

/** Bytes in use on a heap after its garbage was collected, of a page or of the worker it has. */
class Heaps {
	private waiting = new Map<number, (answer: { usedSize?: number }) => void>();
	private worker: string | null = null;
	private last = 0;

	constructor(private readonly session: CDPSession) {
		session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
			if (targetInfo.type === 'worker') this.worker = sessionId;
		});
		session.on('Target.detachedFromTarget', ({ sessionId }) => {
			if (this.worker === sessionId) this.worker = null;
		});
		session.on('Target.receivedMessageFromTarget', ({ message }) => {
			const { id, result } = JSON.parse(message) as { id?: number; result?: object };
			this.waiting.get(id ?? -1)?.(result ?? {});
		});
	}

	static async of(page: Page): Promise<Heaps> {
		const session = await page.context().newCDPSession(page);
		const heaps = new Heaps(session);
		// Messages to a worker go through its page's session.
		await session.send('Target.setAutoAttach', {
			autoAttach: true,
			waitForDebuggerOnStart: false,
			flatten: false
		});
		return heaps;
	}

	async ofPage(): Promise<number> {
		await this.session.send('HeapProfiler.collectGarbage');
		return (await this.session.send('Runtime.getHeapUsage')).usedSize;
	}

	async ofWorker(): Promise<number> {
		await this.ask('HeapProfiler.collectGarbage');
		return (await this.ask('Runtime.getHeapUsage')).usedSize ?? NaN;
	}

	private ask(method: string): Promise<{ usedSize?: number }> {
		const { worker } = this;
		if (worker === null) throw new Error('the page has no worker');
		const id = ++this.last;
		return new Promise((resolve, reject) => {
			this.waiting.set(id, resolve);
			this.session
				.send('Target.sendMessageToTarget', {
					sessionId: worker,
					message: JSON.stringify({ id, method })
				})
				.catch(reject);
		});
	}
}

/** Memory late beside early: the worse of the page's and the worker's. */
export async function soakFigure(browser: Browser, site: string, region: string): Promise<Figure> {
	const page = await browser.newPage();
	try {
		const heaps = await Heaps.of(page);
		await page.goto(`${site}/${region}/assets/import/`, { waitUntil: 'networkidle' });
		const buffer = twoSheets();
		const choose = () =>
			page.getByLabel('Choose files').setInputFiles({
				name: 'two.xlsx',
				mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
				buffer
			});
		/** Until the sheet of this name was read. */
		const read = (sheet: string) =>
			page.getByText(`The sheet “${sheet}” was read`).waitFor({ timeout: PATIENCE });
		const worker: number[] = [];
		const pages: number[] = [];
		for (let i = 0; i < HALF; i++) {
			const sheet = i % 2 === 0 ? 'One' : 'Other';
			if (i === 0) await choose();
			else await page.getByLabel('Sheet').selectOption(sheet);
			await read(sheet);
			if (i === EARLY - 1 || i === HALF - 1) worker.push(await heaps.ofWorker());
		}
		for (let i = 0; i < HALF; i++) {
			await page.getByRole('button', { name: 'Leave it' }).click();
			await choose();
			await read('One');
			if (i === EARLY - 1 || i === HALF - 1) pages.push(await heaps.ofPage());
		}
		const ratios = [worker, pages].map(([early = NaN, late = NaN]) => late / early);
		const said = (bytes: readonly number[]) =>
			bytes.map((one) => (one / 1e6).toFixed(1)).join(' to ');
		return {
			...SOAK_BAR,
			value: Math.max(...ratios),
			detail: `worker ${said(worker)} MB, page ${said(pages)} MB, ${page.workers().length} worker at the end`
		};
	} finally {
		await page.close();
	}
}
