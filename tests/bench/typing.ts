import type { Page } from "@playwright/test";

/** What one keystroke costs the page's main thread, in its own processor time: a busy machine does not change that. */
export interface Keystroke {
	readonly totalMs: number;
	readonly scriptMs: number;
	readonly layoutMs: number;
}

const KEYS = "and then she turns ";

export async function measureTyping(page: Page): Promise<Keystroke> {
	const session = await page.context().newCDPSession(page);
	await session.send("Performance.enable", { timeDomain: "threadTicks" });
	const read = async () => {
		const { metrics } = await session.send("Performance.getMetrics");
		const of = (name: string) => (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN) * 1_000;
		return {
			totalMs: of("TaskDuration"),
			scriptMs: of("ScriptDuration"),
			layoutMs: of("LayoutDuration") + of("RecalcStyleDuration"),
		};
	};
	const before = await read();
	for (const key of KEYS) {
		await page.keyboard.press(key === " " ? "Space" : key);
		await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
	}
	const after = await read();
	await session.detach();
	const each = (pick: (cost: Keystroke) => number) => (pick(after) - pick(before)) / KEYS.length;
	return {
		totalMs: each(({ totalMs }) => totalMs),
		scriptMs: each(({ scriptMs }) => scriptMs),
		layoutMs: each(({ layoutMs }) => layoutMs),
	};
}
