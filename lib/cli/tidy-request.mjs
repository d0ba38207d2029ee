/**
 * The address of whoever asked: the last one that our own proxies vouch for.
 * With no proxy in front, whatever the header claims was written by the visitor.
 */
export function findClientAddress(forwardedFor, socketAddress, trustedHops) {
	const chain = [...(forwardedFor ?? "").split(","), socketAddress ?? ""].map((part) => part.trim()).filter(Boolean);
	return chain.at(-1 - Math.min(trustedHops, chain.length - 1)) ?? "";
}

/** Takes from a request what only our own proxies may say, and what would harm the answer. */
export function tidyRequest(request, trustedHops) {
	const { headers } = request;
	headers["x-forwarded-for"] = findClientAddress(headers["x-forwarded-for"], request.socket.remoteAddress, trustedHops);
	if (trustedHops === 0) {
		delete headers["x-forwarded-host"];
		delete headers["x-forwarded-proto"];
		delete headers["x-forwarded-port"];
		// Says that nginx sends the files of films itself.
		delete headers["x-sendfile-type"];
	}
	// Gzip triples the memory of each open status stream, and those are answers to actions.
	if (headers["next-action"] !== undefined) delete headers["accept-encoding"];
}
