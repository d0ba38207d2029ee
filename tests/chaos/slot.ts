import type { ChildProcess } from "node:child_process";
import { createServer } from "node:net";

/** Starts one server process; resolves when it is ready to be used, rejects when it ended before. */
export type Launch = (crashAt: string | null) => Promise<ChildProcess>;

/** The place of one server: the same address, again and again another process. */
export class Slot {
	readonly port: number;
	readonly #launch: Launch;
	#child: ChildProcess | null = null;
	#gone: Promise<void> = Promise.resolve();

	constructor(port: number, launch: Launch) {
		this.port = port;
		this.#launch = launch;
	}

	get origin(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	get isUp(): boolean {
		return this.#child !== null;
	}

	/** False where it died on the way up. */
	async start(crashAt: string | null): Promise<boolean> {
		const child = await this.#launch(crashAt).catch(() => null);
		if (child === null || child.exitCode !== null || child.signalCode !== null) return false;
		this.#child = child;
		this.#gone = new Promise((resolve) =>
			child.once("exit", () => {
				if (this.#child === child) this.#child = null;
				resolve();
			}),
		);
		return true;
	}

	/** Resolves when the process has ended, however it came to that. */
	get gone(): Promise<void> {
		return this.#gone;
	}

	async signal(name: "SIGKILL" | "SIGTERM"): Promise<void> {
		this.#child?.kill(name);
		await this.#gone;
	}

	/** For a process that is ending itself and can wait for nobody. */
	abandon(): void {
		this.#child?.kill("SIGKILL");
	}

	/** Neither dead nor alive for a while. */
	freeze(): void {
		this.#child?.kill("SIGSTOP");
	}

	thaw(): void {
		this.#child?.kill("SIGCONT");
	}
}

export async function findFreePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	await new Promise((resolve) => server.close(resolve));
	if (address === null || typeof address === "string") throw new Error("A TCP server without a port.");
	return address.port;
}
