import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { findPostgres } from "@/lib/cli/find-program.mjs";
import { makeTempDir, removeDir } from "./temp-dir";

export interface PostgresCluster {
	/** Of its first database. */
	readonly url: string;
	/** An empty one of its own. */
	createDatabase(name: string): Promise<string>;
	stop(): Promise<void>;
}

/** False on a machine without PostgreSQL's programs. Where everything must be proved, they have to be there. */
export function hasPostgres(): boolean {
	const isFound = findPostgres() !== undefined;
	if (!isFound && process.env.CI) throw new Error("PostgreSQL's programs are not installed here.");
	return isFound;
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { readonly uid: number; readonly gid: number } | undefined {
	if (process.getuid?.() !== 0) return undefined;
	const user = ["postgres", "nobody"].find((name) => runs("id", ["-u", name])) ?? "nobody";
	const ask = (flag: string) => Number(execFileSync("id", [flag, user], { encoding: "utf8" }));
	return { uid: ask("-u"), gid: ask("-g") };
}

function runs(command: string, args: readonly string[]): boolean {
	try {
		execFileSync(command, args, { stdio: "ignore" });
		return true;
	} catch {
		return false;
	}
}

async function findFreePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	await new Promise((resolve) => server.close(resolve));
	if (address === null || typeof address === "string") throw new Error("A TCP server without a port.");
	return address.port;
}

/** A cluster for throwing away: nothing in it need survive, so it never waits for the disk. */
export function startPostgres(): Promise<PostgresCluster> {
	return startCluster(["-F"]);
}

/** As people run theirs: a commit waits for the disk, so that its time can be compared with other commits. */
export function startDurablePostgres(): Promise<PostgresCluster> {
	return startCluster([]);
}

async function startCluster(flags: readonly string[]): Promise<PostgresCluster> {
	const initdb = findPostgres();
	if (initdb === undefined) throw new Error("PostgreSQL's programs are not installed here.");
	const as = unprivileged();
	const directory = makeTempDir();
	if (as) chownSync(directory, as.uid, as.gid);
	const data = join(directory, "data");
	const init = ["-D", data, "-U", "storyreel", "-A", "trust", "--no-sync", "--locale=C.UTF-8", "-E", "UTF8"];
	execFileSync(initdb, init, { ...as, cwd: directory, stdio: "ignore" });

	const port = await findFreePort();
	const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=100", "autovacuum=off"];
	const args = [...flags, "-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
	const server = spawn(join(dirname(initdb), "postgres"), args, { ...as, cwd: directory, stdio: "ignore" });
	const kill = () => server.kill("SIGQUIT");
	process.once("exit", kill);
	const urlOf = (database: string) => `postgres://storyreel@127.0.0.1:${port}/${database}`;
	await untilAnswering(urlOf("postgres"), server);

	return {
		url: urlOf("postgres"),
		async createDatabase(name) {
			await runQuery(urlOf("postgres"), `create database ${name}`);
			return urlOf(name);
		},
		async stop() {
			process.off("exit", kill);
			const ended = new Promise((resolve) => server.once("exit", resolve));
			if (kill()) await ended;
			removeDir(directory);
		},
	};
}

export async function runQuery(url: string, text: string, values: unknown[] = []): Promise<readonly object[]> {
	const client = new Client({ connectionString: url });
	client.on("error", () => {});
	await client.connect();
	try {
		return (await client.query<object>(text, values)).rows;
	} finally {
		await client.end();
	}
}

async function untilAnswering(url: string, server: ChildProcess): Promise<void> {
	while (server.exitCode === null) {
		try {
			await runQuery(url, "select 1");
			return;
		} catch {
			await wait(50);
		}
	}
	throw new Error(`PostgreSQL ended with ${server.exitCode} instead of answering.`);
}
