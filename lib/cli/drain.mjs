const requestsMs = 2_500;
const totalMs = 3_800;

/** Whether the work ended by itself before the time was up. */
function endsWithin(ms, work) {
	let timer;
	const timeUp = new Promise((resolve) => {
		timer = setTimeout(resolve, ms, false);
	});
	return Promise.race([work.then(() => true), timeUp]).finally(() => clearTimeout(timer));
}

/** Counts the requests in flight, and tells when there are none. */
export function trackRequests(server) {
	let open = 0;
	let onIdle = () => {};
	server.on("request", (_request, response) => {
		open += 1;
		response.once("close", () => {
			open -= 1;
			if (open === 0) onIdle();
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

async function closeDown({ server, requests, lifecycle, app }) {
	const drained = lifecycle.drain();
	server.closeIdleConnections();
	const uncut = await endsWithin(requestsMs, Promise.all([drained, requests.whenIdle()]));
	server.close();
	server.closeAllConnections();
	await lifecycle.end();
	await app.close();
	if (!uncut) throw new Error("Requests were still open when the time was up.");
}

/**
 * Ends what the server has open. Streams are asked to close and requests in flight may end; then the rest is cut and
 * the database closed, always within four seconds. The listener stays until then, so that health can answer 503.
 * Answers the exit code: 0 when everything ended by itself, 143 when something was cut.
 */
export async function drainServer(parts) {
	try {
		return (await endsWithin(totalMs, closeDown(parts))) ? 0 : 143;
	} catch (error) {
		console.error(error.message);
		return 143;
	}
}
