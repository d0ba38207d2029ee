import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { request } from "node:http";
import { connect, createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { makeProductBuild } from "../support/product-build";
import { StoryreelProcess } from "../support/storyreel-process";
import { makeTempDir, removeDir } from "../support/temp-dir";
import { testDir } from "../support/test-dir";

vi.setConfig({ testTimeout: 90_000 });

// One after another on one data directory, for its very first opening takes seconds.
const dataDir = makeTempDir();
beforeAll(makeProductBuild, 180_000);
afterAll(() => removeDir(dataDir));

function start(env: Readonly<Record<string, string>> = {}): StoryreelProcess {
	const started = new StoryreelProcess({ DATA_DIR: dataDir, ...env });
	onTestFinished(async () => {
		started.kill("SIGKILL");
		await started.end();
	});
	return started;
}

/** fetch will not let one choose the Host header. */
function getAs(url: string, host: string): Promise<number | undefined> {
	return new Promise((resolve, reject) => {
		const asked = request(url, { headers: { host } }, (response) => {
			response.resume();
			resolve(response.statusCode);
		});
		asked.on("error", reject);
		asked.end();
	});
}

async function openPort(): Promise<Server> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => {
		server.close();
	});
	return server;
}

function portOf(server: Server): number {
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("The server listens on no port.");
	return address.port;
}

async function findFreePort(): Promise<number> {
	const server = await openPort();
	const port = portOf(server);
	await new Promise((resolve) => server.close(resolve));
	return port;
}

describe("serve, once ready", () => {
	test("prints one ready line, and the page is there", async () => {
		const product = start();
		const url = await product.url();
		const page = await fetch(url);
		expect(page.status).toBe(200);
		product.kill("SIGTERM");
		const { stdout } = await product.end();
		expect(stdout.match(/ready/g)).toHaveLength(1);
	});

	test("says that it is live and ready", async () => {
		const answer = await fetch(`${await start().url()}/api/health`);
		expect(answer.status).toBe(200);
		expect(await answer.json()).toEqual({ live: true, ready: true });
	});

	test("goes by its public address as well as by its own", async () => {
		const port = await findFreePort();
		const product = start({ PUBLIC_URL: "https://reel.example.org", PORT: String(port) });
		expect(await product.url()).toBe("https://reel.example.org");
		expect(await getAs(`http://127.0.0.1:${port}`, "reel.example.org")).toBe(200);
		expect(await getAs(`http://127.0.0.1:${port}`, `localhost:${port}`)).toBe(200);
	});

	test("refuses a foreign Host, on pages and on the API alike", async () => {
		const url = await start().url();
		expect(await getAs(url, "evil.example")).toBe(421);
		expect(await getAs(`${url}/api/health`, "evil.example")).toBe(421);
		expect(await getAs(url, new URL(url).host)).toBe(200);
	});
});

describe("serve, told to end", () => {
	test("ends by itself with nothing open", async () => {
		const product = start();
		await fetch(await product.url());
		product.kill("SIGTERM");
		expect(await product.end()).toMatchObject({ code: 0, signal: null, stderr: "" });
	});

	test("ends within four seconds although a request stays open, and says that something was cut", async () => {
		const product = start();
		const headers = {
			"content-type": "multipart/form-data; boundary=b",
			"content-length": 100,
			expect: "100-continue",
		};
		const upload = request(await product.url(), { method: "POST", headers });
		upload.on("error", () => {});
		upload.flushHeaders();
		await once(upload, "continue");
		const toldAt = performance.now();
		product.kill("SIGTERM");
		const { code, stderr } = await product.end();
		expect(code).toBe(143);
		expect(stderr).toContain("Requests were still open when the time was up.");
		expect(performance.now() - toldAt).toBeLessThan(4_000);
	});

	test("ends although a client never finishes its headers", async () => {
		const product = start();
		const { port } = new URL(await product.url());
		const client = connect(Number(port), "127.0.0.1");
		client.on("error", () => {});
		client.write("GET / HTTP/1.1\r\nhost: ");
		product.kill("SIGINT");
		expect(await product.end()).toMatchObject({ code: 0, signal: null });
		client.destroy();
	});
});

describe("serve, unable to start, says why in one line", () => {
	test("for a port in use", async () => {
		const port = portOf(await openPort());
		const { code, stdout, stderr } = await start({ PORT: String(port) }).end();
		expect(code).toBe(1);
		expect(stdout).not.toContain("ready");
		expect(stderr).toBe(`Port ${port} is in use. Stop what uses it, or set PORT to another one.\n`);
	});

	test("for a data directory that cannot be made", async () => {
		const inTheWay = join(testDir(), "a-file");
		writeFileSync(inTheWay, "");
		const { code, stderr } = await start({ DATA_DIR: join(inTheWay, "data") }).end();
		expect(code).toBe(1);
		expect(stderr).toMatch(/^DATA_DIR \S+ cannot be written to \(.+\)\. Choose another directory\.\n$/);
	});

	test("for a data directory that another process uses, whose number it tells", async () => {
		const first = start();
		await first.url();
		const { code, stderr } = await start().end();
		expect(code).toBe(1);
		expect(stderr).toBe(
			`The data directory ${dataDir} is in use by process ${first.pid}. Stop that process, or set DATA_DIR to another directory.\n`,
		);
	});

	test("for one bad value", async () => {
		const { code, stderr } = await start({ PORT: "http" }).end();
		expect(code).toBe(1);
		expect(stderr).toBe("The environment has a mistake: PORT must be a whole number from 0 to 65535.\n");
	});

	test("for a name that looks like ours", async () => {
		const { code, stderr } = await start({ KLING_APIKEY: "k" }).end();
		expect(code).toBe(1);
		expect(stderr).toBe("The environment has a mistake: KLING_APIKEY is not known; did you mean KLING_API_KEY?\n");
	});

	test("for everything at once, a line for each", async () => {
		const mistakes = { PORT: "-1", S3_BUKET: "films", DATABASE_URL: "postgres://db/storyreel" };
		const { stderr } = await start(mistakes).end();
		expect(stderr.trimEnd().split("\n")).toEqual([
			"The environment has mistakes:",
			"  PORT must be a whole number from 0 to 65535.",
			"  SECRET_KEY is required with DATABASE_URL: every server must seal with the same key.",
			"  S3_BUKET is not known; did you mean S3_BUCKET?",
		]);
	});
});
