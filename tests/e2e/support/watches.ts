import type { BrowserContext, Page, Request } from "@playwright/test";

interface Opening {
	readonly page: Page;
	readonly atMs: number;
	isOpen: boolean;
}

/** The streams of news that the tabs of one browser hold, told by what they ask: an action with a cursor and nothing else. */
export class Watches {
	readonly openings: Opening[] = [];

	constructor(context: BrowserContext) {
		const byRequest = new Map<Request, Opening>();
		const end = (request: Request) => {
			const opening = byRequest.get(request);
			if (opening) opening.isOpen = false;
		};
		context.on("request", (request) => {
			if (!isWatch(request)) return;
			const opening = { page: request.frame().page(), atMs: Date.now(), isOpen: true };
			byRequest.set(request, opening);
			this.openings.push(opening);
		});
		context.on("requestfinished", end);
		context.on("requestfailed", end);
	}

	/** A closed tab reads nothing any more. */
	open(): number {
		return this.openings.filter(({ isOpen, page }) => isOpen && !page.isClosed()).length;
	}

	of(page: Page): readonly Opening[] {
		return this.openings.filter((opening) => opening.page === page);
	}
}

function isWatch(request: Request): boolean {
	return request.headers()["next-action"] !== undefined && /^\[(\d+|null)\]$/.test(request.postData() ?? "");
}
