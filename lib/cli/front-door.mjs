import { restoreLength } from "./restore-length.mjs";
import { everywhere, notShared } from "./standing-headers.mjs";
import { tidyRequest } from "./tidy-request.mjs";

const methods = ["GET", "HEAD", "POST", "PUT", "OPTIONS"];

/** A short answer of our own, given before Next sees the request. */
function answerPlainly(response, status, sentence, headers = {}) {
	response.writeHead(status, {
		"content-type": "text/plain; charset=utf-8",
		"cache-control": "no-store",
		"x-content-type-options": "nosniff",
		...headers,
	});
	response.end(`${sentence}\n`);
}

function sayNotReady(request, response, sentence, headers) {
	if (request.url !== "/api/health") return answerPlainly(response, 503, sentence, headers);
	response.writeHead(503, { "content-type": "application/json", "cache-control": "no-store", ...headers });
	response.end(JSON.stringify({ live: true, ready: false }));
}

export function sayStarting(request, response) {
	sayNotReady(request, response, "Storyreel is starting.", { "retry-after": "1" });
}

export function sayDraining(request, response) {
	sayNotReady(request, response, "Storyreel is shutting down.", { "retry-after": "5", connection: "close" });
}

/** No browser asks in a proxy's form, with an encoding that stands for nothing, or for two hosts at once. */
function makesSense({ url, rawHeaders }) {
	const hosts = rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === "host");
	if (hosts.length > 1 || !url.startsWith("/")) return false;
	try {
		decodeURIComponent(url.replace(/\?.*/s, ""));
		return true;
	} catch {
		return false;
	}
}

/** Of requests sent all at once down one line each waits for its turn, so that nothing is opened for whoever is gone by then. */
function answerInTurn(answer, request, response) {
	if (response.socket) answerAtTheDoor(answer, request, response);
	else response.once("socket", () => answerAtTheDoor(answer, request, response));
}

function answerAtTheDoor(answer, request, response) {
	for (const { key, value } of [...everywhere, ...notShared]) response.setHeader(key, value);
	answer(request, response);
}

/**
 * Hands a request on to Next, tidied on the way in and with its length restored on the way out, unless `findOwnAnswer`
 * has an answer that is given right here.
 */
export function passTo(next, trustedProxyHops, findOwnAnswer) {
	return (request, response) => {
		tidyRequest(request, trustedProxyHops);
		const ownAnswer = findOwnAnswer?.(request);
		if (ownAnswer) return answerInTurn(ownAnswer, request, response);
		restoreLength(response);
		next(request, response).catch((error) => {
			console.error(error);
			response.destroy();
		});
	};
}

/**
 * What every request passes first. `answer` is what stands behind the door just now: `sayStarting`, then what
 * `passTo` made, then `sayDraining`.
 */
export function makeFrontDoor(isOurHost) {
	const door = {
		answer: sayStarting,
		/** Before Next's own listener, which only its development build needs. */
		onUpgrade(request, socket) {
			if (!isOurHost(request.headers.host)) socket.destroy();
		},
		onRequest(request, response) {
			if (!methods.includes(request.method)) {
				answerPlainly(response, 405, "This method is not used here.", { allow: methods.join(", ") });
			} else if (!makesSense(request)) {
				answerPlainly(response, 400, "This request makes no sense.");
			} else if (!isOurHost(request.headers.host)) {
				answerPlainly(
					response,
					421,
					"This server does not go by that name. If it should, set PUBLIC_URL to the address that people use.",
				);
			} else {
				door.answer(request, response);
			}
		},
	};
	return door;
}
