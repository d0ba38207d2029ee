import "server-only";
import { type ChildProcess, fork } from "node:child_process";
import { existsSync } from "node:fs";
import { type ImageJob, type ImageOutcome, imageAnswerSchema } from "@/lib/domain/first-frame/refining";

type UnnumberedJob = ImageJob extends infer Job ? (Job extends ImageJob ? Omit<Job, "number"> : never) : never;

const JOB_MS = 15_000;
const IDLE_MS = 60_000;
const MAX_SCRIPT_MEGABYTES = 64;
// Counts what it may write to, decoders' memory too, and nothing that is only reserved.
const MAX_DATA_KILOBYTES = 768 * 1024;
const WITH_CAP = `ulimit -d ${MAX_DATA_KILOBYTES} 2>/dev/null; exec "$0" "$@"`;

/** The process that decodes. It starts with the first job, ends when idle, and is started anew after it died. */
export class ImageProcess {
	readonly #script: string;
	#child: ChildProcess | null = null;
	#idle: NodeJS.Timeout | undefined;
	#jobs = 0;

	constructor(script: string) {
		this.#script = script;
	}

	/** One at a time. A job that ends the process, or is not done in time, has an unreadable picture. */
	async run(job: UnnumberedJob): Promise<ImageOutcome> {
		clearTimeout(this.#idle);
		const child = this.#child ?? this.#start();
		this.#jobs += 1;
		try {
			return await askChild(child, { ...job, number: this.#jobs });
		} finally {
			this.#idle = setTimeout(() => this.end(), IDLE_MS).unref();
		}
	}

	end(): void {
		clearTimeout(this.#idle);
		this.#child?.kill("SIGKILL");
		this.#child = null;
	}

	#start(): ChildProcess {
		if (!existsSync(this.#script)) throw new Error(`${this.#script} is missing: the build is not whole.`);
		const child = forkCapped(this.#script);
		this.#child = child;
		child.once("exit", () => {
			if (this.#child === child) this.#child = null;
		});
		child.on("error", () => child.kill("SIGKILL"));
		child.unref();
		child.channel?.unref();
		return child;
	}
}

/** Its environment is empty but for these: a decoder that was taken over finds no keys. */
function forkCapped(script: string): ChildProcess {
	const env = {
		NODE_ENV: process.env.NODE_ENV,
		PATH: process.env.PATH,
		MALLOC_ARENA_MAX: "2",
		UV_THREADPOOL_SIZE: "2",
	};
	const nodeArgs = [`--max-old-space-size=${MAX_SCRIPT_MEGABYTES}`, "--expose-gc"];
	const shell = { execPath: "/bin/sh", execArgv: ["-c", WITH_CAP, process.execPath, ...nodeArgs] };
	const plain = { execPath: process.execPath, execArgv: nodeArgs };
	const stdio: ["ignore", "ignore", "ignore", "ipc"] = ["ignore", "ignore", "ignore", "ipc"];
	return fork(script, [], { env, stdio, ...(process.platform === "linux" ? shell : plain) });
}

function askChild(child: ChildProcess, job: ImageJob): Promise<ImageOutcome> {
	return new Promise((resolve) => {
		const settle = (outcome: ImageOutcome) => {
			clearTimeout(deadline);
			child.off("message", onMessage);
			child.off("exit", onExit);
			resolve(outcome);
		};
		const onMessage = (message: unknown) => {
			const answer = imageAnswerSchema.safeParse(message);
			if (!answer.success) child.kill("SIGKILL");
			else if (answer.data.number === job.number) settle(answer.data.outcome);
		};
		const onExit = () => settle({ kind: "unreadable" });
		const deadline = setTimeout(() => child.kill("SIGKILL"), JOB_MS);
		child.on("message", onMessage);
		child.once("exit", onExit);
		child.send(job, (error) => error && child.kill("SIGKILL"));
	});
}
