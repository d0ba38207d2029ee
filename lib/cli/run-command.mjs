import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { projectRoot } from "./project-root.mjs";

const onWindows = process.platform === "win32";

/** The environment of a child that finds the project's own tools first. */
export function withProjectTools(env = process.env) {
	return { ...env, PATH: [join(projectRoot, "node_modules", ".bin"), env.PATH].join(delimiter) };
}

/** Runs a command to its end. `quiet` keeps its output back and returns it. */
export function runCommand(command, args, { env = {}, quiet = false } = {}) {
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			cwd: projectRoot,
			env: withProjectTools({ ...process.env, ...env }),
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
