import { readFileSync } from "node:fs";
import { type MessageEvent, WebSocket } from "undici";

/** A process started with `--inspect`, asked to collect its garbage: without that its memory says little. */
export class Inspected {
	readonly #socket: WebSocket;
	readonly #pid: number;
	#asked = 0;

	private constructor(socket: WebSocket, pid: number) {
		this.#socket = socket;
		this.#pid = pid;
	}

	static async attach(port: number, pid: number): Promise<Inspected> {
		const targets: unknown = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
		const url = /ws:\/\/[^"]+/.exec(JSON.stringify(targets))?.[0];
		if (!url) throw new Error("The process cannot be inspected.");
		const socket = new WebSocket(url);
		await new Promise((resolve, reject) => {
			socket.addEventListener("open", resolve);
			socket.addEventListener("error", reject);
		});
		return new Inspected(socket, pid);
	}

	collectGarbage(): Promise<void> {
		this.#asked += 1;
		const id = this.#asked;
		return new Promise((resolve) => {
			const hear = ({ data }: MessageEvent<unknown>) => {
				if (JSON.parse(String(data)).id !== id) return;
				this.#socket.removeEventListener("message", hear);
				resolve();
			};
			this.#socket.addEventListener("message", hear);
			this.#socket.send(JSON.stringify({ id, method: "HeapProfiler.collectGarbage" }));
		});
	}

	residentBytes(): number {
		return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.#pid}/status`, "latin1"))?.[1]) * 1_024;
	}

	close(): void {
		this.#socket.close();
	}
}

const TICKS_PER_SECOND = 100;

/** Processor seconds a process has used so far. */
export function cpuSeconds(pid: number): number {
	const fields = readFileSync(`/proc/${pid}/stat`, "latin1").split(") ")[1]?.split(" ") ?? [];
	return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
