import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { makeHostCheck } from "./allowed-hosts.mjs";
import { answerPlainly } from "./answer-plainly.mjs";
import { drainServer, trackRequests } from "./drain.mjs";
import { exitWithSentence, Refusal } from "./exit-with-sentence.mjs";
import { projectRoot } from "./project-root.mjs";
import { restoreLength } from "./restore-length.mjs";
import { tidyRequest } from "./tidy-request.mjs";

const methods = ["GET", "HEAD", "POST", "PUT", "OPTIONS"];

function listen(server, { port, host }) {
	return new Promise((resolve, reject) => {
		server.once("error", (error) => {
			const at = `${host}:${port}`;
			if (error.code === "EADDRINUSE") reject(new Refusal(`Port ${port} is in use. Set PORT to another one.`));
			else reject(new Refusal(`Cannot listen on ${at} (${error.message}). Check HOST and PORT.`));
		});
		server.listen(port, host, () => resolve(server.address().port));
	});
}

function showUrl({ host, publicUrl }, port) {
	if (publicUrl) return publicUrl.origin;
	const everywhere = ["127.0.0.1", "0.0.0.0", "::", "::1"].includes(host);
	return `http://${everywhere ? "localhost" : host}:${port}`;
}

async function loadBoot() {
	return import(pathToFileURL(join(projectRoot, ".next", "boot", "boot.mjs")).href);
}

async function loadEnvFiles(dev) {
	const { default: nextEnv } = await import("@next/env");
	nextEnv.loadEnvConfig(projectRoot, dev, { info() {}, error: console.error });
}

/** Serves the product on our own http server, with Next's handler behind the door. */
export async function serve({ dev }) {
	process.env.NODE_ENV = dev ? "development" : "production";
	await loadEnvFiles(dev);
	const boot = await loadBoot();
	const env = boot.readEnv(process.env);

	let handle = async (_request, response) =>
		answerPlainly(response, 503, "Storyreel is starting.", { "retry-after": "1" });
	let isOurHost = () => false;
	let draining = false;
	const server = createServer((request, response) => {
		if (!methods.includes(request.method)) {
			answerPlainly(response, 405, "This method is not used here.", { allow: methods.join(", ") });
		} else if (!isOurHost(request.headers.host)) {
			const sentence = "This server does not go by that name. If it should, set PUBLIC_URL to the address people use.";
			answerPlainly(response, 421, sentence);
		} else if (draining) {
			answerPlainly(response, 503, "Storyreel is shutting down.", { connection: "close", "retry-after": "5" });
		} else {
			tidyRequest(request, env.trustedProxyHops);
			restoreLength(response);
			handle(request, response);
		}
	});
	server.keepAliveTimeout = 65_000;
	const requests = trackRequests(server);
	const port = await listen(server, env);
	isOurHost = makeHostCheck({ ...env, port });

	const { default: createNext } = await import("next");
	const app = createNext({ dev, dir: projectRoot, hostname: env.host, port, httpServer: server });
	const endOnce = async () => {
		if (draining) return;
		draining = true;
		process.exit(await drainServer({ server, requests, lifecycle: boot, app }));
	};
	process.on("SIGTERM", endOnce);
	process.on("SIGINT", endOnce);

	await app.prepare();
	const failure = boot.startFailure();
	if (failure) throw failure;
	handle = app.getRequestHandler();
	boot.markReady();
	console.log(`Storyreel is ready at ${showUrl(env, port)}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	await serve({ dev: false }).catch(exitWithSentence);
}
