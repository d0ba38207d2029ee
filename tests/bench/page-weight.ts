import { gzipSync } from "node:zlib";

/** What a first visit loads, in bytes as they go over a line that compresses well. */
export interface PageWeight {
	/** What a browser of today runs; the fallback for those without modules is left out. */
	readonly scripts: number;
	readonly styles: number;
	readonly fonts: number;
	readonly html: number;
	readonly heaviest: readonly { readonly path: string; readonly bytes: number }[];
}

const SCRIPT = /<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g;
const LINK = /<link\b[^>]*>/g;

export async function weighPage(origin: string, path: string): Promise<PageWeight> {
	const html = await (await fetch(new URL(path, origin), { headers: { "accept-encoding": "identity" } })).text();
	const scripts = [...html.matchAll(SCRIPT)].filter(([tag]) => !/\bnoModule\b/i.test(tag)).map(([, src = ""]) => src);
	const links = [...html.matchAll(LINK)].map(([tag]) => tag);
	const styles = links.filter((tag) => tag.includes('rel="stylesheet"')).map(hrefOf);
	if (scripts.length === 0 || styles.length === 0) throw new Error(`${path} names no scripts or no styles.`);
	const weighed = await Promise.all([...new Set(scripts)].map(async (src) => ({ path: src, bytes: await weigh(src) })));
	const sumOf = async (paths: readonly string[]) => sum(await Promise.all([...new Set(paths)].map(weigh)));
	return {
		scripts: sum(weighed.map(({ bytes }) => bytes)),
		styles: await sumOf(styles),
		fonts: await sumOf((await Promise.all(styles.map(fontsIn))).flat()),
		html: gzipSync(html, { level: 9 }).byteLength,
		heaviest: weighed.toSorted((one, other) => other.bytes - one.bytes),
	};

	/** All that the styles name: the screen's one family. */
	async function fontsIn(style: string): Promise<readonly string[]> {
		const sheet = new URL(style, origin);
		const css = await (await fetch(sheet)).text();
		return [...css.matchAll(/url\(["']?([^"')]+\.woff2)/g)].map(([, src = ""]) => new URL(src, sheet).pathname);
	}

	async function weigh(src: string): Promise<number> {
		const response = await fetch(new URL(src, origin), { headers: { "accept-encoding": "identity" } });
		if (!response.ok) throw new Error(`${src} answered ${response.status}.`);
		const bytes = Buffer.from(await response.arrayBuffer());
		return src.endsWith(".woff2") ? bytes.byteLength : gzipSync(bytes, { level: 9 }).byteLength;
	}
}

function hrefOf(tag: string): string {
	return /\bhref="([^"]+)"/.exec(tag)?.[1] ?? "";
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
