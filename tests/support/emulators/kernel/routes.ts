import type { Exchange, Reply } from "./exchange";
import type { Operation } from "./operation";

export interface Route {
	readonly method: string;
	/** Segments beginning with a colon are parameters. */
	readonly path: string;
	readonly operation: Operation;
	/** Answered without a key. */
	readonly open?: boolean;
	readonly handle: (exchange: Exchange) => Reply | Promise<Reply>;
}

export type RouteMatch =
	| { readonly kind: "found"; readonly route: Route; readonly params: Record<string, string> }
	| { readonly kind: "wrong-method" | "nowhere" };

export function matchRoute(routes: readonly Route[], method: string, path: string): RouteMatch {
	let wrongMethod = false;
	for (const route of routes) {
		const params = matchPath(route.path, path);
		if (!params) continue;
		const asked = method === "HEAD" ? "GET" : method;
		if (route.method === asked) return { kind: "found", route, params };
		wrongMethod = true;
	}
	return { kind: wrongMethod ? "wrong-method" : "nowhere" };
}

function matchPath(pattern: string, path: string): Record<string, string> | null {
	const wanted = segments(pattern);
	const given = segments(path);
	if (wanted.length !== given.length) return null;
	const params: Record<string, string> = {};
	for (const [index, part] of wanted.entries()) {
		const value = given[index] ?? "";
		if (part.startsWith(":")) params[part.slice(1)] = decodeURIComponent(value);
		else if (part !== value) return null;
	}
	return params;
}

function segments(path: string): string[] {
	return path.split("/").filter((part) => part !== "");
}
