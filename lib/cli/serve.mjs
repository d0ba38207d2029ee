import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { makeHostCheck } from "./allowed-hosts.mjs";
import { drainServer, trackRequests } from "./drain.mjs";
import { exitWithSentence, Refusal } from "./exit-with-sentence.mjs";
import { makeFrontDoor, passTo, sayDraining } from "./front-door.mjs";
import { listen, showUrl } from "./listen.mjs";
import { projectRoot } from "./project-root.mjs";

/** The environment as Next reads it, `.env` files included, and the part of the runtime that works before Next. */
async function readSurroundings(dev) {
	process.env.NODE_ENV = dev ? "development" : "production";
	process.env.NEXT_TELEMETRY_DISABLED ??= "1";
	const { default: nextEnv } = await import("@next/env");
	nextEnv.loadEnvConfig(projectRoot, dev, { info() {}, error: console.error });
	const boot = join(projectRoot, ".next", "boot", "boot.mjs");
	if (!existsSync(boot)) throw new Refusal("There is no build yet. Run npm start, which makes it.");
	const lifecycle = await import(pathToFileURL(boot).href);
	return { lifecycle, env: lifecycle.readEnv(process.env) };
}

async function openServer(env) {
	const server = createServer();
	const requests = trackRequests(server);
	// Longer than the usual minute of a reverse proxy, which else would reuse a connection that we just closed.
	server.keepAliveTimeout = 65_000;
	const port = await listen(server, env);
	const door = makeFrontDoor(makeHostCheck({ ...env, port }));
	server.on("request", door.onRequest);
	return { server, port, door, requests };
}

/** Next runs `instrumentation.ts` with its first request, so we make that one ourselves, past the closed door. */
async function wake(answer) {
	const inner = createServer(answer);
	const port = await listen(inner, { port: 0, host: "127.0.0.1" });
	await fetch(`http://127.0.0.1:${port}/api/health`).then((health) => health.arrayBuffer());
	inner.close();
	inner.closeAllConnections();
}

/** Serves the product on our own http server, with Next's handler behind the door. */
export async function serve({ dev }) {
	const { env, lifecycle } = await readSurroundings(dev);
	const { server, port, door, requests } = await openServer(env);
	const { default: createNext } = await import("next");
	// Without a listener a wish to upgrade is answered like any other request; with Next's it would hang for ever.
	if (dev) server.on("upgrade", door.onUpgrade);
	const ownServer = dev ? { httpServer: server } : {};
	const app = createNext({ dev, dir: projectRoot, hostname: env.host, port, ...ownServer });

	const endOnce = async () => {
		if (door.answer === sayDraining) return;
		door.answer = sayDraining;
		process.exit(await drainServer({ server, requests, lifecycle, app }));
	};
	process.on("SIGTERM", endOnce);
	process.on("SIGINT", endOnce);

	await app.prepare();
	const answer = passTo(app.getRequestHandler(), env.trustedProxyHops, lifecycle.findDoorAnswer);
	await wake(answer);
	const failure = lifecycle.startFailure();
	if (failure) throw failure;
	if (door.answer === sayDraining) return;
	door.answer = answer;
	lifecycle.markReady();
	console.log(`Storyreel is ready at ${showUrl(env, port)}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	await serve({ dev: false }).catch(exitWithSentence);
}
