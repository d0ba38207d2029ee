const requestsMs = 2_500;
const totalMs = 3_800;

function within(promise, ms) {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, ms, false);
		promise.then(() => resolve(true)).finally(() => clearTimeout(timer));
	});
}

/** Counts the requests in flight, and tells when there are none. */
export function trackRequests(server) {
	let open = 0;
	let onIdle;
	server.on("request", (_request, response) => {
		open += 1;
		response.once("close", () => {
			open -= 1;
			if (open === 0) onIdle?.();
		});
	});
	return {
		whenIdle() {
			return new Promise((resolve) => {
				onIdle = resolve;
				if (open === 0) resolve();
			});
		},
	};
}

/**
 * Ends the server: new requests are told 503 at once (the listener stays, so that health can say so), open streams are
 * asked to close, requests in flight may end, then the rest is cut, the database closed, and the process ends.
 * Always within four seconds. Answers the exit code: 0 when everything ended by itself, 143 when something was cut.
 */
export async function drainServer({ server, requests, lifecycle, app }) {
	const finish = async () => {
		const drained = lifecycle.drain();
		server.closeIdleConnections();
		const idle = await within(Promise.all([drained, requests.whenIdle()]), requestsMs);
		server.close();
		server.closeAllConnections();
		await lifecycle.end();
		await app.close();
		return idle;
	};
	let clean = false;
	const ended = await within(
		finish().then((idle) => {
			clean = idle;
		}),
		totalMs,
	);
	return ended && clean ? 0 : 143;
}
