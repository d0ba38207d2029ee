import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";
import { join } from "node:path";
import { makeDataDir } from "../../storage/support/embedded-dir";
import { removeDir } from "../../support/temp-dir";

export interface Answer {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
}

export interface Ask {
	readonly method?: string;
	/** Sent as it stands: no client tidies it. */
	readonly path: string;
	readonly headers?: OutgoingHttpHeaders;
	readonly body?: Buffer | string;
}

/** The product as people reach it: its own process, its own http server, its production build. */
export interface Product {
	readonly origin: string;
	readonly host: string;
	ask(ask: Ask): Promise<Answer>;
	/** Calls a server action as a page of ours would, unless the headers say otherwise. */
	act(name: string, args: readonly unknown[], headers?: OutgoingHttpHeaders): Promise<Answer>;
	isAlive(): boolean;
	/** Everything it has written to its two outputs. */
	said(): string;
	readonly dataDir: string;
	close(): Promise<void>;
}

/** To be closed by whoever opened it: one serves a whole test file. */
export async function openProduct(env: Readonly<Record<string, string>> = {}): Promise<Product> {
	const dataDir = await makeDataDir();
	const surroundings = { PATH: process.env.PATH, HOME: process.env.HOME, PORT: "0", DATA_DIR: dataDir, ...env };
	const child = spawn(process.execPath, ["lib/cli/serve.mjs"], { env: { ...surroundings, NODE_ENV: "production" } });
	const kill = () => child.kill("SIGKILL");
	process.once("exit", kill);
	const said = listenTo(child);
	const origin = await readyUrl(child, said);
	const { host, hostname, port } = new URL(origin);
	const ask = (wish: Ask) => askPlainly(hostname, Number(port), wish);
	return {
		origin,
		host,
		ask,
		act: (name, args, headers = {}) =>
			ask({
				method: "POST",
				path: PAGES.get(name) ?? "/",
				headers: {
					"next-action": actionId(name),
					"content-type": "text/plain;charset=UTF-8",
					accept: "text/x-component",
					...headers,
				},
				body: JSON.stringify(args),
			}),
		isAlive: () => child.exitCode === null,
		said,
		dataDir,
		async close() {
			process.off("exit", kill);
			const ended = new Promise((resolve) => child.once("close", resolve));
			if (child.exitCode === null && kill()) await ended;
			removeDir(dataDir);
		},
	};
}

function listenTo(child: ChildProcess): () => string {
	let said = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream?.setEncoding("utf8").on("data", (text: string) => {
			said += text;
		});
	}
	return () => said;
}

async function readyUrl(child: ChildProcess, said: () => string): Promise<string> {
	return new Promise((resolve, reject) => {
		child.stdout?.on("data", () => {
			const url = /^Storyreel is ready at (\S+)$/m.exec(said())?.[1];
			if (url) resolve(url);
		});
		child.once("close", () => reject(new Error(`It ended before it was ready: ${said()}`)));
	});
}

/** What no browser would send may be sent: any Host, any path, a length that is a lie. */
function askPlainly(
	hostname: string,
	port: number,
	{ method = "GET", path, headers = {}, body }: Ask,
): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const asked = request({ hostname, port, method, path, headers, agent: false }, (response) => {
			const chunks: Buffer[] = [];
			response.on("data", (chunk: Buffer) => chunks.push(chunk));
			response.on("error", reject);
			response.on("end", () => {
				resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
			});
		});
		asked.on("error", reject);
		asked.end(body);
	});
}

/** The pages that alone know these actions. */
const PAGES: ReadonlyMap<string, string> = new Map([
	["unlock", "/unlock"],
	["redeemRecoveryLink", "/recover"],
]);

interface Manifest {
	readonly node: Readonly<Record<string, { readonly exportedName?: string }>>;
}

let actions: ReadonlyMap<string, string> | undefined;

/** The public ids of the server actions in this build, by name. */
export function listActions(): ReadonlyMap<string, string> {
	if (actions) return actions;
	const path = join(process.cwd(), ".next", "server", "server-reference-manifest.json");
	const { node }: Manifest = JSON.parse(readFileSync(path, "utf8"));
	actions = new Map(Object.entries(node).map(([id, { exportedName }]) => [exportedName ?? id, id]));
	return actions;
}

function actionId(name: string): string {
	const id = listActions().get(name);
	if (!id) throw new Error(`This build has no action ${name}.`);
	return id;
}

/** What a page of ours, in a browser that has been here, would send along. */
export function asOurPage(product: Product, cookie = newCookie()): Record<string, string> {
	return { origin: product.origin, "sec-fetch-site": "same-origin", cookie };
}

export function newCookie(): string {
	return `storyreel=${randomBytes(32).toString("base64url")}`;
}
