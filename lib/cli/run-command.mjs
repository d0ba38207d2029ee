import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { projectRoot } from "./project-root.mjs";

const onWindows = process.platform === "win32";

/** The environment of a child: it finds the project's own tools first, and colours only what a person looks at. */
function childEnv(own) {
	const env = { ...process.env, ...own };
	const plain = process.stdout.isTTY ? {} : { NO_COLOR: "1", FORCE_COLOR: undefined };
	const path = [join(projectRoot, "node_modules", ".bin"), env.PATH].join(delimiter);
	return { NEXT_TELEMETRY_DISABLED: "1", ...env, ...plain, PATH: path };
}

/** Runs a command to its end. `quiet` keeps its output back and returns it. */
export function runCommand(command, args, { env = {}, quiet = false } = {}) {
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			cwd: projectRoot,
			env: childEnv(env),
			stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
			shell: onWindows,
		});
		const chunks = [];
		child.stdout?.on("data", (chunk) => chunks.push(chunk));
		child.stderr?.on("data", (chunk) => chunks.push(chunk));
		child.on("error", (error) => resolve({ code: 127, output: `${command}: ${error.message}` }));
		child.on("close", (code, signal) => {
			resolve({ code: signal ? 1 : (code ?? 1), output: Buffer.concat(chunks).toString("utf8") });
		});
	});
}

/** npm as it was called, or the one on the path. */
export function runNpm(args, options) {
	const called = process.env.npm_execpath;
	return called?.endsWith(".js") || called?.endsWith(".cjs")
		? runCommand(process.execPath, [called, ...args], options)
		: runCommand("npm", args, options);
}
