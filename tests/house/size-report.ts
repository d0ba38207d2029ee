import { isProduct, measureSizes } from "./sizes";

function print(title: string, isCounted: (path: string) => boolean): void {
	const { lines, files, functions, longest, withAny, casts } = measureSizes(process.cwd(), isCounted);
	console.log(`${title}: ${lines} lines`);
	for (const [what, { count, median, p90, max }] of Object.entries({ files, functions })) {
		console.log(`  ${count} ${what}: median ${median}, 90th percentile ${p90}, longest ${max}`);
	}
	console.log(
		`  any in ${withAny.length} files, ${casts} casts (${((casts / lines) * 1000).toFixed(2)} in 1,000 lines)`,
	);
	for (const { path, lines: long } of longest) console.log(`  ${String(long).padStart(4)}  ${path}`);
}

for (const floor of [
	"app",
	"components",
	"lib/actions",
	"lib/services",
	"lib/gateways",
	"lib/storage",
	"lib/runtime",
]) {
	print(floor, (path) => path.startsWith(`${floor}/`));
}
for (const floor of ["lib/domain", "lib/ports", "lib/children", "lib/cli"]) {
	print(floor, (path) => path.startsWith(`${floor}/`));
}
print("the product", isProduct);
print("the tests", (path) => !isProduct(path));
