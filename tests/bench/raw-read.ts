import { connect } from "node:net";

export interface RawRead {
	readonly firstByteMs: number;
	readonly tookMs: number;
	readonly bodyBytes: number;
}

const BUFFER_BYTES = 1_048_576;
const END_OF_HEAD = "\r\n\r\n";

/** The leanest reader there is, so that the server is what is measured: bytes are counted and dropped. */
export function rawRead(url: URL, headers: Readonly<Record<string, string>>): Promise<RawRead> {
	const lines = Object.entries({ host: url.host, connection: "close", ...headers });
	const head = [`GET ${url.pathname} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`), "", ""];
	return new Promise((resolve, reject) => {
		const startedAtMs = performance.now();
		let firstByteMs: number | null = null;
		let bodyBytes = 0;
		const buffer = Buffer.alloc(BUFFER_BYTES);
		const callback = (bytes: number) => {
			if (firstByteMs !== null) {
				bodyBytes += bytes;
				return true;
			}
			firstByteMs = performance.now() - startedAtMs;
			const start = buffer.subarray(0, bytes).toString("latin1");
			if (!/^HTTP\/1.1 20[06] /.test(start)) reject(new Error(`${url} answered ${start.split("\r\n")[0]}.`));
			bodyBytes += bytes - (start.indexOf(END_OF_HEAD) + END_OF_HEAD.length);
			return true;
		};
		const socket = connect({ host: url.hostname, port: Number(url.port), onread: { buffer, callback } }, () => {
			socket.write(head.join("\r\n"));
		});
		socket.once("error", reject);
		socket.once("close", () => {
			resolve({ firstByteMs: firstByteMs ?? Number.NaN, tookMs: performance.now() - startedAtMs, bodyBytes });
		});
	});
}
