import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Outcome {
	readonly code: number | null;
	readonly signal: NodeJS.Signals | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** A command of ours as its own process, which whoever starts it ends. */
export class StoryreelProcess {
	readonly #child: ChildProcess;
	readonly #ended: Promise<[number | null, NodeJS.Signals | null]>;
	#stdout = "";
	#stderr = "";

	constructor(env: Readonly<Record<string, string>> & { readonly DATA_DIR: string }) {
		const surroundings = { PATH: process.env.PATH, HOME: process.env.HOME, PORT: "0", ...env };
		this.#child = spawn(process.execPath, ["lib/cli/serve.mjs"], {
			cwd: root,
			env: { ...surroundings, NODE_ENV: "production" },
		});
		this.#child.stdout?.on("data", (chunk) => {
			this.#stdout += chunk;
		});
		this.#child.stderr?.on("data", (chunk) => {
			this.#stderr += chunk;
		});
		this.#ended = new Promise((resolve) => {
			this.#child.once("close", (code, signal) => resolve([code, signal]));
		});
	}

	/** The URL of the ready line. */
	async url(): Promise<string> {
		for (;;) {
			const url = /^Storyreel is ready at (\S+)$/m.exec(this.#stdout)?.[1];
			if (url !== undefined) return url;
			const next = once(this.#child.stdout ?? this.#child, "data").then(() => null);
			const ended = await Promise.race([next, this.#ended]);
			if (ended !== null) throw new Error(`It ended before it was ready: ${this.#stdout}${this.#stderr}`);
		}
	}

	get pid(): number | undefined {
		return this.#child.pid;
	}

	kill(signal: NodeJS.Signals): void {
		this.#child.kill(signal);
	}

	async end(): Promise<Outcome> {
		const [code, signal] = await this.#ended;
		return { code, signal, stdout: this.#stdout, stderr: this.#stderr };
	}
}
