import { parseSync } from "@swc/core";

export interface Measured {
	readonly lines: number;
	readonly functionLines: readonly number[];
	readonly anys: number;
	/** `as T`, `<T>` and `!`; `as const` narrows nothing by force and is not counted. */
	readonly casts: number;
}

type SyntaxNode = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is SyntaxNode {
	return typeof value === "object" && value !== null;
}

function* walk(value: unknown): Generator<SyntaxNode> {
	if (Array.isArray(value)) {
		for (const item of value) yield* walk(item);
	} else if (isNode(value)) {
		yield value;
		for (const inner of Object.values(value)) yield* walk(inner);
	}
}

const namedFunctions = ["FunctionDeclaration", "ClassMethod", "PrivateMethod", "MethodProperty", "Constructor"];
const casts = ["TsAsExpression", "TsTypeAssertion", "TsNonNullExpression"];

/** Declared functions, methods, and functions bound to a name; callbacks belong to the function that holds them. */
function findFunction(node: SyntaxNode): unknown {
	if (typeof node.type !== "string") return undefined;
	if (namedFunctions.includes(node.type)) return node.type === "FunctionDeclaration" ? node : (node.function ?? node);
	const isBound = node.type === "VariableDeclarator" && isNode(node.init);
	const kind = isBound && isNode(node.init) ? node.init.type : undefined;
	return kind === "ArrowFunctionExpression" || kind === "FunctionExpression" ? node.init : undefined;
}

function readSpan(node: unknown): readonly [number, number] | undefined {
	const span = isNode(node) ? node.span : undefined;
	if (!isNode(span) || typeof span.start !== "number" || typeof span.end !== "number") return undefined;
	return [span.start, span.end];
}

export function measureSource(path: string, text: string): Measured {
	// swc counts bytes over all files that it ever parsed: a first statement of ours tells where this one begins.
	const bytes = Buffer.from(`;${text}`);
	const parsed = parseSync(bytes.toString(), { syntax: "typescript", tsx: path.endsWith(".tsx"), target: "es2022" });
	const [base] = readSpan(parsed.body[0]) ?? [0];
	const nodes = [...walk(parsed)];
	const functionLines = nodes.flatMap((node) => {
		const span = readSpan(findFunction(node));
		return span
			? [
					bytes
						.subarray(span[0] - base, span[1] - base)
						.toString()
						.split("\n").length,
				]
			: [];
	});
	return {
		lines: text.trimEnd().split("\n").length,
		functionLines,
		anys: nodes.filter(({ type, kind }) => type === "TsKeywordType" && kind === "any").length,
		casts: nodes.filter(({ type }) => typeof type === "string" && casts.includes(type)).length,
	};
}
