import "server-only";
import type { ServerResponse } from "node:http";

/**
 * Hands bytes over and waits until the system has them: whoever reads slowly costs one chunk of memory, and afterwards
 * the bytes may be overwritten. `false` when the other side has gone.
 */
export function give(response: ServerResponse, bytes: Uint8Array, isLast = false): Promise<boolean> {
	if (response.destroyed || response.closed) return Promise.resolve(false);
	return new Promise((resolve) => {
		const onClose = () => resolve(false);
		const onTaken = (problem?: Error | null) => {
			response.off("close", onClose);
			resolve(!problem);
		};
		response.once("close", onClose);
		if (isLast) response.end(bytes, onTaken);
		else response.write(bytes, onTaken);
	});
}
