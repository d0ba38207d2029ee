import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { measureSource } from "./measure-source";
import { isCatalogue, isProduct, measureSizes } from "./sizes";

const root = fileURLToPath(new URL("../..", import.meta.url));

describe("the product's code", () => {
	const product = measureSizes(root, isProduct);

	test("has no file over 300 lines, the catalogue's data excepted", () => {
		const { longest } = measureSizes(root, (path) => isProduct(path) && !isCatalogue(path));
		expect(longest.filter(({ lines }) => lines > 300)).toEqual([]);
	});

	test("has small files", () => {
		expect(product.files.median).toBeLessThanOrEqual(60);
		expect(product.files.p90).toBeLessThanOrEqual(180);
	});

	test("has small functions", () => {
		expect(product.functions.median).toBeLessThanOrEqual(15);
		expect(product.functions.p90).toBeLessThanOrEqual(45);
	});

	test("has no any", () => {
		expect(product.withAny).toEqual([]);
	});

	test("casts at most twice in a thousand lines", () => {
		expect(product.casts).toBeLessThanOrEqual((product.lines / 1000) * 2);
	});
});

describe("measuring", () => {
	test("counts each named function's lines, and no callback", () => {
		const text =
			"function a() {\n\treturn [1].map((x) => {\n\t\treturn x;\n\t});\n}\nconst b = () => 1;\nclass C {\n\tm() {\n\t}\n}\n";
		expect(measureSource("x.ts", text).functionLines).toEqual([5, 1, 2]);
	});

	test("finds its place after letters of several bytes", () => {
		expect(measureSource("x.ts", 'const é = "→→→";\nfunction a() {\n\treturn é;\n}\n').functionLines).toEqual([3]);
	});

	test.each([
		["const a = b as string;", 1],
		["const a = b!;", 1],
		["const a = <string>b;", 1],
		["const a = [1] as const;", 0],
		["const a = { b } satisfies object;", 0],
		["import { a as b } from './a';", 0],
	])("counts the casts of %s: %i", (text, casts) => {
		expect(measureSource("x.ts", text).casts).toBe(casts);
	});

	test("finds any wherever a type stands", () => {
		expect(measureSource("x.ts", "type A = Map<string, any>;\nconst any = 1;").anys).toBe(1);
	});

	test("reads components too", () => {
		expect(measureSource("x.tsx", "export function A() {\n\treturn <p>any</p>;\n}\n")).toMatchObject({
			lines: 3,
			functionLines: [3],
			anys: 0,
		});
	});
});
