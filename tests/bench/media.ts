import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { mintReference, nameBrowser } from "@/lib/runtime/identity-cookie";
import { submitTake } from "@/lib/services/submit-take";
import { draftOf, orderOf } from "../chaos/orders";
import { findFreePort } from "../chaos/slot";
import { buildApart } from "../support/build-apart";
import { launchEmulators } from "../support/emulators/launch-emulators";
import { makeTempDir, removeDir } from "../support/temp-dir";
import { oneDecimal, percentile } from "./figures";
import { median } from "./measure-process";
import { openBench } from "./open-bench";

/** A stored film by the product's media route, beside nginx with the very same file. */
const FILM_BYTES = 48_000_000;
const ROUNDS = Number(process.argv[2] ?? 5);
const AT_ONCE = 4;
const RANGE_BYTES = 262_144;
const RANGES = 200;
const NGINX = "/usr/sbin/nginx";

const folder = makeTempDir();
const reference = mintReference();
const { dataDir, mediaId } = await storeFilm();
const [productPort, nginxPort] = [await findFreePort(), await findFreePort()];
await buildApart();
const servers = [await startProduct(), await startNginx()];

const product = await measure(`http://127.0.0.1:${productPort}/api/media/${mediaId}`);
const nginx = await measure(`http://127.0.0.1:${nginxPort}/film.mp4`);
console.log(`a film of ${FILM_BYTES / 1_000_000} MB, ${ROUNDS} rounds, medians`);
console.table({
	nginx,
	"media route": product,
	ratio: Object.fromEntries(
		Object.entries(product).map(([name, value]) => [name, oneDecimal(value / (nginx[name] ?? Number.NaN))]),
	),
});
for (const server of servers) server.kill("SIGTERM");
await wait(500);
removeDir(folder);
process.exit(0);

/** By the whole way: a click, a gateway, a download. The data stay for the server. */
async function storeFilm() {
	const emulators = await launchEmulators({
		durations: { queuedMs: 10, renderingMs: 10 },
		filmPadBytes: FILM_BYTES,
	});
	const files = new URL(emulators.gateways.kling.address.filesBaseUrl).host;
	const bench = await openBench("embedded", { ...emulators.env, EGRESS_ALLOW: files });
	const browserId = nameBrowser(reference);
	const answer = await submitTake(bench.doors, browserId, orderOf("kling", draftOf(1)));
	if (!answer.ok) throw new Error(answer.problem.sentence);
	for (;;) {
		const found = await bench.doors.takes.find(browserId, answer.value.take.id);
		if (found?.take.state.kind === "ready") {
			const target = join(folder, "data");
			const { mediaId: id } = found.take.state.media;
			await bench.close((from) => copyTree(from, target));
			await emulators.close();
			return { dataDir: target, mediaId: id };
		}
		await wait(100);
	}
}

function copyTree(from: string, to: string): void {
	mkdirSync(to, { recursive: true });
	for (const entry of readdirSync(from, { withFileTypes: true })) {
		const [source, target] = [join(from, entry.name), join(to, entry.name)];
		if (entry.isDirectory()) copyTree(source, target);
		else if (entry.isFile()) copyFileSync(source, target);
	}
}

async function startProduct(): Promise<ChildProcess> {
	const { PATH = "", HOME = "" } = process.env;
	const env = { PATH, HOME, NODE_ENV: "production" as const, DATA_DIR: dataDir, PORT: String(productPort) };
	const secret = "a secret that only the bench knows, no other";
	const child = spawn(process.execPath, ["lib/cli/serve.mjs"], {
		env: { ...env, SECRET_KEY: secret },
		stdio: "ignore",
	});
	await untilServed(`http://127.0.0.1:${productPort}/api/health`);
	return child;
}

async function startNginx(): Promise<ChildProcess> {
	const root = join(folder, "nginx");
	mkdirSync(root);
	const films = join(dataDir, "media", "film");
	copyFileSync(findFilm(films), join(root, "film.mp4"));
	const conf = join(root, "nginx.conf");
	writeFileSync(
		conf,
		`daemon off; pid ${root}/pid; error_log stderr; worker_processes 1; events {}
user root;
http { access_log off; sendfile on; types { video/mp4 mp4; } server { listen 127.0.0.1:${nginxPort}; root ${root}; } }
`,
	);
	const child = spawn(NGINX, ["-c", conf, "-p", root], { stdio: "ignore" });
	await untilServed(`http://127.0.0.1:${nginxPort}/film.mp4`);
	return child;
}

function findFilm(directory: string): string {
	for (const entry of readdirSync(directory, { recursive: true, encoding: "utf8" })) {
		const path = join(directory, entry);
		if (statSync(path).size >= FILM_BYTES) return path;
	}
	throw new Error("The film is not where films are kept.");
}

async function untilServed(url: string): Promise<void> {
	for (let tries = 0; tries < 600; tries += 1) {
		const isUp = await fetch(url, { method: "HEAD" }).then(
			(response) => response.ok || response.status === 405,
			() => false,
		);
		if (isUp) return;
		await wait(100);
	}
	throw new Error(`Nobody answers at ${url}.`);
}

async function measure(url: string): Promise<Record<string, number>> {
	const whole: number[] = [];
	const ranges: number[] = [];
	const hashes = new Set<string>();
	for (let round = 0; round < ROUNDS; round += 1) {
		const startedAtMs = performance.now();
		await Promise.all(Array.from({ length: AT_ONCE }, async () => hashes.add(await readAll(url, {}))));
		whole.push((AT_ONCE * FILM_BYTES) / 1_000 / (performance.now() - startedAtMs));
		const waits: number[] = [];
		for (let count = 0; count < RANGES; count += 1) {
			const start = Math.floor(Math.random() * (FILM_BYTES - RANGE_BYTES));
			const askedAtMs = performance.now();
			await readAll(url, { range: `bytes=${start}-${start + RANGE_BYTES - 1}` });
			waits.push(performance.now() - askedAtMs);
		}
		ranges.push(percentile(waits, 0.5));
	}
	if (hashes.size !== 1) throw new Error("Two downloads of one film differed.");
	return { "whole film MB/s": oneDecimal(median(whole)), "256 kB range p50 ms": oneDecimal(median(ranges)) };
}

async function readAll(url: string, headers: Readonly<Record<string, string>>): Promise<string> {
	const response = await fetch(url, { headers: { ...headers, cookie: `storyreel=${reference}` } });
	if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
	const hash = createHash("sha256");
	let bytes = 0;
	for await (const chunk of response.body ?? []) {
		bytes += chunk.length;
		if (!("range" in headers)) hash.update(chunk);
	}
	if (bytes < RANGE_BYTES) throw new Error(`${url} sent ${bytes} bytes.`);
	return hash.digest("hex");
}
