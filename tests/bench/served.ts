import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { Agent, type IncomingMessage, request } from "node:http";
import { join } from "node:path";
import { nameBrowser } from "@/lib/runtime/identity-cookie";
import { findFreePort } from "../chaos/slot";
import { copyCluster } from "../storage/support/embedded-dir";
import { buildApart } from "../support/build-apart";
import { startDurablePostgres } from "../support/postgres";
import { makeTempDir, removeDir } from "../support/temp-dir";

export type StorageKind = "embedded" | "postgres";

/** The product as people reach it: its production build, in a process of its own. */
export interface Served {
	readonly origin: string;
	readonly pid: number;
	/** The answer to a server action, once it has begun. */
	ask(action: string, args: readonly unknown[], cookie: string): Promise<IncomingMessage>;
	/** The whole answer to a server action that was carried out. */
	act(action: string, args: readonly unknown[], cookie: string): Promise<string>;
	close(): Promise<void>;
}

export interface Place {
	readonly dataDir: string;
	readonly databaseUrl: string | null;
}

interface ServeOptions {
	readonly dataDir?: string;
	readonly nodeArgs?: readonly string[];
	/** Fills the storage before the product opens it. */
	readonly seed?: (place: Place) => Promise<void>;
}

const GENEROUS = {
	SECRET_KEY: "a secret that only the bench knows, no other",
	DAILY_SPEND_CAP_USD: "900000",
	GLOBAL_DAILY_SPEND_CAP_USD: "900000",
	RATE_LIMIT_SCALE: "1000",
};

export async function serve(
	storage: StorageKind,
	env: Readonly<Record<string, string>>,
	{ dataDir, nodeArgs = [], seed }: ServeOptions = {},
): Promise<Served> {
	await buildApart();
	const own = makeTempDir();
	if (dataDir === undefined && storage === "embedded") await copyCluster(own);
	const cluster = storage === "postgres" ? await startDurablePostgres() : null;
	const { PATH = "", HOME = "" } = process.env;
	await seed?.({ dataDir: dataDir ?? own, databaseUrl: cluster?.url ?? null });
	const port = env.PORT ?? String(await findFreePort());
	const child = spawn(process.execPath, [...nodeArgs, "lib/cli/serve.mjs"], {
		env: {
			...{ PATH, HOME, NODE_ENV: "production", PORT: port, DATA_DIR: dataDir ?? own },
			...GENEROUS,
			...env,
			...(cluster ? { DATABASE_URL: cluster.url } : {}),
		},
	});
	const kill = () => child.kill("SIGKILL");
	process.once("exit", kill);
	await untilReady(child);
	const origin = `http://127.0.0.1:${port}`;
	const agent = new Agent({ keepAlive: true, maxSockets: 5_000 });
	const ids = readActionIds();
	const ask = (action: string, args: readonly unknown[], cookie: string) => {
		const id = ids.get(action);
		if (!id) throw new Error(`This build has no action ${action}.`);
		return post(origin, agent, { id, cookie, body: JSON.stringify(args) });
	};
	return {
		origin,
		pid: child.pid ?? Number.NaN,
		ask,
		async act(action, args, cookie) {
			const response = await ask(action, args, cookie);
			const answer = await readText(response);
			if (response.statusCode !== 200 || !answer.includes('"ok":true')) throw new Error(`${action} answered ${answer}`);
			return answer;
		},
		async close() {
			process.off("exit", kill);
			agent.destroy();
			const ended = new Promise((resolve) => child.once("close", resolve));
			if (child.exitCode === null && kill()) await ended;
			await cluster?.stop();
			removeDir(own);
		},
	};
}

export interface Person {
	readonly cookie: string;
	readonly browserId: ReturnType<typeof nameBrowser>;
}

export function newPerson(): Person {
	const reference = randomBytes(32).toString("base64url");
	return { cookie: `storyreel=${reference}`, browserId: nameBrowser(reference) };
}

/** The newest take that an action's answer tells of. */
export function takeIdIn(answer: string): string {
	const id = /"id":"(tk_[^"]+)"/.exec(answer)?.[1];
	if (!id) throw new Error(`No take in ${answer}`);
	return id;
}

function untilReady(child: ChildProcess): Promise<void> {
	let said = "";
	return new Promise((resolve, reject) => {
		for (const stream of [child.stdout, child.stderr]) {
			stream?.setEncoding("utf8").on("data", (text: string) => {
				said += text;
				if (/^Storyreel is ready at /m.test(said)) resolve();
			});
		}
		child.once("close", () => reject(new Error(`It ended before it was ready: ${said}`)));
	});
}

interface Manifest {
	readonly node: Readonly<Record<string, { readonly exportedName?: string }>>;
}

function readActionIds(): ReadonlyMap<string, string> {
	const path = join(process.cwd(), ".next", "server", "server-reference-manifest.json");
	const { node }: Manifest = JSON.parse(readFileSync(path, "utf8"));
	return new Map(Object.entries(node).map(([id, { exportedName }]) => [exportedName ?? id, id]));
}

interface Post {
	readonly id: string;
	readonly cookie: string;
	readonly body: string;
}

function post(origin: string, agent: Agent, { id, cookie, body }: Post): Promise<IncomingMessage> {
	const { hostname, port } = new URL(origin);
	const headers = {
		...{ origin, cookie, "next-action": id, "sec-fetch-site": "same-origin", accept: "text/x-component" },
		"content-type": "text/plain;charset=UTF-8",
		"content-length": Buffer.byteLength(body),
	};
	return new Promise((resolve, reject) => {
		const asked = request({ hostname, port, method: "POST", path: "/", headers, agent }, resolve);
		asked.on("error", reject);
		asked.end(body);
	});
}

async function readText(response: IncomingMessage): Promise<string> {
	let text = "";
	for await (const chunk of response.setEncoding("utf8")) text += chunk;
	return text;
}
