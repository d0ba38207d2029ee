import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listSources } from "./list-sources";
import { measureSource } from "./measure-source";

interface Spread {
	readonly count: number;
	readonly median: number;
	readonly p90: number;
	readonly max: number;
}

export interface Sizes {
	readonly lines: number;
	readonly files: Spread;
	readonly functions: Spread;
	readonly longest: readonly { readonly path: string; readonly lines: number }[];
	readonly withAny: readonly string[];
	readonly casts: number;
}

function spread(values: readonly number[]): Spread {
	const sorted = values.toSorted((a, b) => a - b);
	const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
	return { count: sorted.length, median: at(0.5), p90: at(0.9), max: at(1) };
}

/** How large the code is that keeps `isCounted`. */
export function measureSizes(root: string, isCounted: (path: string) => boolean): Sizes {
	const measured = listSources(root)
		.filter(isCounted)
		.map((path) => ({ path, ...measureSource(path, readFileSync(join(root, path), "utf8")) }));
	return {
		lines: measured.reduce((sum, { lines }) => sum + lines, 0),
		files: spread(measured.map(({ lines }) => lines)),
		functions: spread(measured.flatMap(({ functionLines }) => functionLines)),
		longest: measured
			.map(({ path, lines }) => ({ path, lines }))
			.sort((a, b) => b.lines - a.lines)
			.slice(0, 5),
		withAny: measured.filter(({ anys }) => anys > 0).map(({ path }) => path),
		casts: measured.reduce((sum, { casts }) => sum + casts, 0),
	};
}

export function isProduct(path: string): boolean {
	return !path.startsWith("tests/");
}

export function isCatalogue(path: string): boolean {
	return path.startsWith("lib/domain/catalog/");
}
